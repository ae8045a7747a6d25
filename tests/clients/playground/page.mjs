// The Playground's page, as a person uses it.
import { chromium } from 'playwright-core';

const patience = 30_000;
const phone = 343;
const desk = { width: 1280, height: 900 };

/** Opens the page; waits until the app is installed, because text typed earlier is lost. */
export async function open(folder) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const tab = await browser.newPage({ viewport: desk });
  tab.setDefaultTimeout(patience);
  await tab.route(address => address.hostname !== 'localhost', route => route.abort());
  await tab.goto('http://localhost:56150/', { waitUntil: 'domcontentloaded', timeout: 120_000 });
  await tab.getByText(/^installationUpdate 2\d\d$/).first().waitFor();
  return new Page(browser, tab, folder);
}

class Page {
  #shots = 0;

  constructor(browser, tab, folder) {
    Object.assign(this, { browser, tab, folder });
  }

  get cards() { return this.tab.locator('.ac-adaptiveCard'); }
  get card() { return this.cards.last(); }
  button(name) { return this.tab.getByRole('button', { name, exact: true }); }

  async type(text) {
    await this.tab.locator('[contenteditable=true][role=textbox]').last().click();
    await this.tab.keyboard.type(text);
  }

  /** Says something in the chat that is open. */
  async say(text) {
    await this.type(text);
    await this.tab.keyboard.press('Enter');
  }

  /** Says something and waits for the card that answers it. */
  async ask(text, expected) {
    const before = await this.cards.count();
    await this.say(text);
    await this.newCard(before, expected);
  }

  async newCard(before, expected) {
    await this.cards.nth(before).waitFor();
    await this.tab.locator('.ac-adaptiveCard').last().getByText(expected).first().waitFor();
  }

  /** Presses a button of the last card that has it; the card changes, or a sentence appears, or a new message. */
  async press(name, expected) {
    await this.button(name).last().click();
    await this.tab.getByText(expected).last().waitFor();
  }

  async chat(name) {
    await this.tab.getByRole('treeitem', { name }).click();
    await this.tab.waitForTimeout(500);
  }

  /** The whole window as on a desk, and the last card by itself at the width of a phone. */
  async shoot(name) {
    const file = `${String(++this.#shots).padStart(2, '0')}-${name}`;
    await this.tab.screenshot({ path: `${this.folder}/${file}-desktop.png` });
    if (await this.cards.count() > 0) await this.#shootAtPhoneWidth(`${this.folder}/${file}-phone.png`);
  }

  // The page itself is laid out for desks only; the card is what people have on a phone. The window is made as tall as the card, which
  // else would be cut off where the page scrolls.
  async #shootAtPhoneWidth(path) {
    const widths = await this.card.evaluate((card, width) => {
      const kept = [];
      for (let box = card; box !== document.body && kept.length < 7; box = box.parentElement) {
        if (box.getBoundingClientRect().width > width) {
          kept.push([box, box.getAttribute('style')]);
          box.style.cssText += `;width:${width}px;min-width:0;max-width:${width}px`;
        }
      }
      window.restoreWidths = () => kept.forEach(([box, style]) => style === null ? box.removeAttribute('style') : box.setAttribute('style', style));
      return { wide: card.scrollWidth, box: card.clientWidth, tall: card.scrollHeight };
    }, phone);
    await this.tab.setViewportSize({ ...desk, height: Math.max(desk.height, widths.tall + 400) });
    await this.card.screenshot({ path });
    await this.tab.evaluate(() => window.restoreWidths());
    await this.tab.setViewportSize(desk);
    if (widths.wide > widths.box + 1) throw new Error(`${path}: the card is ${widths.wide} pixels wide in ${widths.box}`);
  }
}
