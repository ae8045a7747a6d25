// What a teller, a group, a channel, an expert and a trainer do with the bot, in Microsoft's own look-alike of Teams. Every step waits for
// what the person would see; one that does not come ends the run. Screenshots go to the folder, to be looked at.
// usage: CHROMIUM=/usr/bin/chromium node drive.mjs FOLDER
import { open } from './page.mjs';
import { atTheCounter } from './counter.mjs';
import { commands } from './commands.mjs';
import { experts } from './experts.mjs';
import { extension } from './extension.mjs';
import { manyPeople } from './places.mjs';

const page = await open(process.argv[2]);
let done = 0;

/** One thing a person does. It gives back what a phone shows of it, where that is not the last message with a card. */
async function step(name, act) {
  try {
    await page.shoot(name, await act());
    console.log(`ok ${++done} ${name}`);
  } catch (error) {
    await page.tab.screenshot({ path: `${page.folder}/failed-${name}.png` });
    throw new Error(`${name}: ${error.message}`);
  }
}

try {
  await atTheCounter(page, step);
  await experts(page, step);
  await commands(page, step);
  await extension(page, step);
  await manyPeople(page, step);
  console.log(`${done} steps, screenshots in ${page.folder}`);
} finally {
  await page.browser.close();
}
