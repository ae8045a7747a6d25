// Type-checks messages and views against the official @slack/types: one JSON object a line in ({name, blocks} or {name, view}),
// one line a problem out, then "N payloads, M problems".
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ts = createRequire(import.meta.url)('typescript');

// Literals, not imported JSON: there "type" would widen to string. KnownBlock, not AnyBlock: that takes anything with a type.
const lines = [`import type { HomeView, KnownBlock, ModalView } from '@slack/types';`];
const names = [];
for await (const line of createInterface({ input: process.stdin })) {
  const { name, blocks, view } = JSON.parse(line);
  const at = names.push(name);
  lines.push(`export const b${at}: KnownBlock[] = ${JSON.stringify(blocks ?? view.blocks)};`);
  lines.push(view ? `export const v${at}: ModalView | HomeView = ${JSON.stringify(view)};` : '');
}

// Below this folder, so that the packages are found.
const folder = mkdtempSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.payloads-'));
try {
  const file = join(folder, 'payloads.ts');
  writeFileSync(file, lines.join('\n'));
  const program = ts.createProgram([file], {
    noEmit: true, strict: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [], skipLibCheck: true,
  });
  const problems = ts.getPreEmitDiagnostics(program);
  for (const problem of problems) {
    const row = problem.file?.getLineAndCharacterOfPosition(problem.start).line ?? 0;
    console.log(`${names[Math.floor((row - 1) / 2)]}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ').slice(0, 500)}`);
  }
  console.log(`${names.length} payloads, ${problems.length} problems`);
} finally {
  rmSync(folder, { recursive: true });
}
