// Starts the bot in its anonymous local mode and the Agents Playground beside it, and opens the Playground's page: npm run talk.
// Development environment and the explicit setting are given here, to this one process; nothing else ever starts without credentials.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const root = new URL('../../../', here).pathname;
const version = JSON.parse(readFileSync(new URL('../package.json', here))).devDependencies['@microsoft/m365agentsplayground'];
const children = [];

function start(program, args, environment) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  child.on('exit', (code) => stop(code ?? 0));
  children.push(child);
}

function stop(code) {
  for (const child of children) {
    child.kill('SIGINT');
  }
  process.exitCode = code;
}

const listens = () => new Promise((resolve) => {
  const socket = connect(3978, '127.0.0.1', () => { socket.destroy(); resolve(true); });
  socket.on('error', () => resolve(false));
});

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
start('dotnet', ['run', '--project', 'src/CoachBot.Host'], {
  ASPNETCORE_ENVIRONMENT: 'Development',
  ASPNETCORE_URLS: 'http://127.0.0.1:3978',
  Teams__AnonymousLocal: 'true',
});
for (let waited = 0; waited < 600 && !(await listens()); waited++) {
  await new Promise((resolve) => setTimeout(resolve, 500));
}
start('npx', ['--yes', `@microsoft/m365agentsplayground@${version}`, 'start', '-e', 'http://127.0.0.1:3978/api/messages', '-c', 'msteams', '--disable-telemetry']);
