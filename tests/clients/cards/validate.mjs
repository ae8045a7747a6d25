// Puts every card of a folder to Microsoft's own Adaptive Cards library, as a client of version 1.5 would read it.
// usage: node validate.mjs FOLDER     prints one line a problem; exit code 1 when there is one
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

// The library keeps these to itself when it writes a card back.
const notWrittenBack = new Set(['$schema', 'msteams', 'fallback']);

/** Members of the input that the library dropped: misspelt ones are dropped silently. */
function dropped(input, output, path) {
  if (Array.isArray(input)) return input.flatMap((item, at) => dropped(item, output?.[at], `${path}[${at}]`));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => {
    if (notWrittenBack.has(name)) return [];
    if (output === undefined || output === null || !(name in output)) return isDefault(input, name, value) ? [] : [`${path}.${name}`];
    return name === 'data' ? [] : dropped(value, output[name], `${path}.${name}`);
  });
}

// What equals the default is not written back either.
const isDefault = (element, name, value) =>
  (name === 'version' && element.type === 'AdaptiveCard') || (name === 'spacing' && value === 'default') || (Array.isArray(value) && value.length === 0);

function problems(json) {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  return [
    ...events.map(event => event.message),
    ...card.validateProperties().validationEvents.map(event => event.message),
    ...dropped(json, card.toJSON(), 'card').map(path => `dropped: ${path}`),
  ];
}

const folder = process.argv[2];
const files = readdirSync(folder).filter(name => name.endsWith('.json'));
let found = 0;
for (const file of files) {
  for (const problem of problems(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
    console.log(`${file}: ${problem}`);
    found++;
  }
}
console.log(`${files.length} cards, ${found} problems`);
process.exit(files.length === 0 || found > 0 ? 1 : 0);
