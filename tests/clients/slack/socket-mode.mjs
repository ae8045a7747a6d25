// The official Socket Mode client against the fake Slack; prints what it is told, one JSON object a line, until the input ends.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { SocketModeClient } = require('@slack/socket-mode');
const { LogLevel } = require('@slack/web-api');
const [, , api] = process.argv;
const client = new SocketModeClient({ appToken: 'xapp-test-1', clientOptions: { slackApiUrl: api }, clientPingTimeout: 500, logLevel: LogLevel.ERROR });
const say = (what) => console.log(JSON.stringify(what));

client.on('connected', () => say({ state: 'connected' }));
client.on('slack_event', async ({ ack, type, body }) => {
  await ack(type === 'slash_commands' ? { text: 'taken' } : undefined);
  say({ type, body });
});
await client.start();
process.stdin.resume();
process.stdin.on('end', async () => {
  await client.disconnect();
  process.exit(0);
});
