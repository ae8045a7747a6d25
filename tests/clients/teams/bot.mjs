// A bot on the official SDK, to be measured beside ours and to be asked for a second opinion on tokens.
//   node bot.mjs            echoes what it is told, without credentials, as the SDK does by default
//   node bot.mjs METADATA APPID   takes tokens of the issuer described at METADATA, and says nothing
// Prints its address on one line when it listens, and ends with its standard input.
import http from 'node:http';
import botbuilder from 'botbuilder';

const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = botbuilder;
const [metadata, appId] = process.argv.slice(2);
const settings = metadata === undefined ? {} : {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'a secret of the tests',
  MicrosoftAppType: 'MultiTenant',
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  OAuthUrl: 'https://token.botframework.com/',
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: true,
};
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings));
const say = async (context) => {
  if (metadata === undefined && context.activity.type === 'message') {
    await context.sendActivity(`Echo: ${context.activity.text}`);
  }
};

// The least of what the SDK wants from a web framework, so that no framework is measured with it.
function answerOf(response) {
  return {
    status(code) { response.statusCode = code; return this; },
    header(name, value) { response.setHeader(name, value); return this; },
    send(body) {
      if (body !== undefined && body !== null) {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        response.setHeader('Content-Type', 'application/json');
        response.write(text);
      }
      return this;
    },
    end() { response.end(); return this; },
  };
}

const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    try {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
      await adapter.process({ body, headers: request.headers, method: request.method }, answerOf(response), say);
    } catch {
      // What the SDK does not turn into an answer is what a web framework would answer with 500.
      if (!response.writableEnded) {
        response.statusCode = 500;
        response.end();
      }
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
