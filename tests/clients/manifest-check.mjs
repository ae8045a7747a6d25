// Puts an unpacked Teams app to Microsoft's validator and schemas: the manifest, and each language file.
// usage: node manifest-check.mjs FOLDER     prints one line a problem; exit code 1 when there is one
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';

const require = createRequire(import.meta.url);
const Ajv = require('ajv-draft-04').default;
const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');
const folder = process.argv[2];
const read = name => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const manifest = read('manifest.json');
const problems = (await AppManifestUtils.validateAgainstSchema(manifest)).map(problem => `manifest.json: ${problem}`);

// The validator itself cannot read the schema of language files: one of its patterns is none in Unicode mode.
const schema = JSON.parse(readFileSync(join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.Localization.schema.json'), 'utf8'));
const isGood = new Ajv({ unicodeRegExp: false, strict: false, allErrors: true, formats: { uri: true } }).compile(schema);
for (const { file } of manifest.localizationInfo.additionalLanguages) {
  if (!isGood(read(file))) problems.push(...isGood.errors.map(error => `${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
}

for (const problem of problems) console.log(problem);
console.log(`v${manifest.manifestVersion}: ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);
