// The official client against the fake Slack: what it gets back shows that the fake is close to the real one.
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const { WebClient, retryPolicies, ErrorCode, LogLevel } = createRequire(import.meta.url)('@slack/web-api');
const [, , api] = process.argv;
const options = { slackApiUrl: api, logLevel: LogLevel.ERROR, retryConfig: { ...retryPolicies.rapidRetryPolicy, retries: 1 } };
const client = new WebClient('xoxb-test-1', options);
const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'hello' } }];
const view = { type: 'modal', title: { type: 'plain_text', text: 'Coach' }, blocks };
const results = {};

// Triggers live three seconds: it is asked for when all is loaded.
const input = createInterface({ input: process.stdin });
console.log('ready');
const [trigger] = await once(input, 'line');

const attempt = async (name, call) => {
  try {
    results[name] = await call();
  } catch (error) {
    results[name] = { thrown: error.code, error: error.data?.error, needed: error.data?.needed, provided: error.data?.provided };
  }
};

await attempt('view', () => client.views.open({ trigger_id: trigger, view }));
await attempt('viewAgain', () => client.views.open({ trigger_id: trigger, view }));
await attempt('authTest', () => client.auth.test());
await attempt('post', () => client.chat.postMessage({ channel: 'C1', text: 'hello', blocks }));
await attempt('postAgain', () => client.chat.postMessage({ channel: 'C1', text: 'at its pace' }));
await attempt('update', () => client.chat.update({ channel: 'C1', ts: results.post.ts, text: 'changed', blocks: [] }));
await attempt('tooLong', () => client.chat.update({ channel: 'C1', ts: results.post.ts, text: 'x'.repeat(4001) }));
await attempt('ephemeral', () => client.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'hello' }));
await attempt('outside', () => client.chat.postMessage({ channel: 'COUTSIDE', text: 'hello' }));
await attempt('open', () => client.conversations.open({ users: 'U1' }));
await attempt('home', () => client.views.publish({ user_id: 'U1', view: { type: 'home', blocks } }));
await attempt('user', () => client.users.info({ user: 'U1', include_locale: true }));
await attempt('status', () => client.assistant.threads.setStatus({ channel_id: 'D1', thread_ts: '1.1', status: 'thinking' }));
await attempt('prompts', () => client.assistant.threads.setSuggestedPrompts({ channel_id: 'D1', thread_ts: '1.1', prompts: [{ title: 'a', message: 'b' }] }));
await attempt('scope', () => client.reactions.add({ channel: 'C1', timestamp: '1.1', name: 'eyes' }));
await attempt('wrongToken', () => new WebClient('xoxb-wrong', options).auth.test());
await attempt('limited', () => new WebClient('xoxb-test-1', { ...options, rejectRateLimitedCalls: true }).conversations.info({ channel: 'C1' }));
await attempt('exchange', () => client.oauth.v2.access({ client_id: '1.2', client_secret: 's', code: 'code-1', redirect_uri: 'https://coach.example/slack/oauth/callback' }));
await attempt('exchangeAgain', () => client.oauth.v2.access({ client_id: '1.2', client_secret: 's', code: 'code-1', redirect_uri: 'https://coach.example/slack/oauth/callback' }));
results.codes = { platform: ErrorCode.PlatformError, limited: ErrorCode.RateLimitedError };
console.log(JSON.stringify(results));
