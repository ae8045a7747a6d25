// Draws every card of a folder with Microsoft's own renderer at the width of a phone, to be looked at.
// usage: CHROMIUM=/usr/bin/chromium node render.mjs FOLDER OUT [WIDTH]
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const library = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8');
const [folder, out, width = '320'] = process.argv.slice(2);

// Near to what Teams shows; the renderer's own defaults are for no product in particular.
const host = {
  fontFamily: '"Segoe UI", "Noto Sans CJK SC", "Noto Sans", "Noto Color Emoji", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  spacing: { small: 6, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: '#E0E0E0' },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', buttonSpacing: 8, actionAlignment: 'left', showCard: { actionMode: 'inline', inlineTopMargin: 8 } },
  containerStyles: {
    default: { backgroundColor: '#FFFFFF' },
    emphasis: { backgroundColor: '#F3F2F1' },
    attention: { backgroundColor: '#FDE7E9' },
  },
};
const page = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 8px; width: ${Number(width) - 16}px; background: #f5f5f5 }
  .card { border: 1px solid #ddd; border-radius: 6px; background: #fff }
  .ac-actionSet { flex-wrap: wrap; gap: 6px } .ac-actionSet > div[aria-hidden] { display: none }
  .ac-pushButton { font: 600 13px "Segoe UI", "Noto Sans CJK SC", sans-serif; padding: 6px 10px; border: 1px solid #c8c6c4; border-radius: 4px; background: #fff; flex: 0 1 auto !important }
</style><div class="card"></div>`;

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
try {
  const tab = await browser.newPage({ viewport: { width: Number(width), height: 600 } });
  await tab.route('**', route => route.abort());
  for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) {
    await tab.setContent(page);
    await tab.addScriptTag({ content: library });
    const text = await tab.evaluate(({ json, host }) => {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(host);
      card.parse(json);
      document.querySelector('.card').appendChild(card.render());
      return { wide: document.documentElement.scrollWidth, forged: document.querySelectorAll('.card a[href], .card script, .card img').length };
    }, { json: JSON.parse(readFileSync(join(folder, file), 'utf8')), host });
    if (text.wide > Number(width)) throw new Error(`${file}: ${text.wide} pixels wide on a screen of ${width}`);
    if (text.forged > 0) throw new Error(`${file}: text became a link, a script or an image`);
    await tab.screenshot({ path: join(out, `${basename(file, '.json')}.png`), fullPage: true });
  }
} finally {
  await browser.close();
}
