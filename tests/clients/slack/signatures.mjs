// Judges signed requests with the official verifier: one JSON object a line in, one verdict a line out.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const { verifySlackRequest } = createRequire(import.meta.url)('@slack/bolt');

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, body, timestamp, signature, nowMilliseconds } = JSON.parse(line);
  try {
    verifySlackRequest({
      signingSecret: secret,
      body: Buffer.from(body, 'base64').toString('utf8'),
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
      nowMilliseconds,
    });
    console.log('genuine');
  } catch {
    console.log('refused');
  }
}
