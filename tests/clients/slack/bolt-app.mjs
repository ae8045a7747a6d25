// A real Bolt app: the tests send it and our door the same bytes and compare the statuses. Prints its port, ends with the input.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { App, LogLevel } = require('@slack/bolt');
const [, , api, signingSecret] = process.argv;
const app = new App({ token: 'xoxb-test-1', signingSecret, clientOptions: { slackApiUrl: api }, endpoints: '/slack/events', logLevel: LogLevel.ERROR });

app.message(/.*/, async () => {});
app.event('app_mention', async () => {});
const server = await app.start({ port: 0, host: '127.0.0.1' });
console.log(server.address().port);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
