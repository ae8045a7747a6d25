// The Playground's page, as a person uses it.
import { chromium } from 'playwright-core';

const patience = 30_000;
const phone = 343;
const desk = { width: 1280, height: 900 };

/** Opens the page; waits until the app is installed, because text typed earlier is lost. */
export async function open(folder) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const tab = await browser.newPage({ viewport: desk, reducedMotion: 'reduce' });
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

  // A card that another card opens inside itself is no card of its own here.
  get cards() { return this.tab.locator('.ac-preview-panel > .ac-adaptiveCard'); }
  get card() { return this.cards.last(); }

  /** What a phone shows of a step that only the log of this page knows of. */
  nothingOnPhones = null;

  /** The last message with a card, and below the card what the bot said about a press. */
  get message() { return this.tab.locator('.fai-OutputCard').filter({ has: this.cards }).last(); }

  button(name) { return this.tab.getByRole('button', { name, exact: true }); }

  get #boxes() { return this.tab.locator('[contenteditable=true][role=textbox]'); }

  /** Types into the box of the chat, or another one. */
  async type(text, box = this.#boxes.last()) {
    await box.click();
    await this.tab.keyboard.type(text);
  }

  /** Types a line that begins with a mention of the bot: elsewhere than in the personal chat it is deaf to all else. */
  async mention(text, box) {
    await this.type('@Test', box);
    await this.tab.getByRole('option').or(this.tab.getByRole('menuitem')).first().click();
    await this.tab.keyboard.type(text);
  }

  // A channel has the box for a new post above all, then the posts, newest first, each with the box of its thread.
  get newPost() { return this.#boxes.first(); }
  get newestThread() { return this.#boxes.nth(1); }
  get newestPost() { return this.cards.first(); }

  /** The line of the newest post's thread with these words, once it is there. */
  async newestThreadSays(words) {
    const line = this.tab.locator('.fui-Card').filter({ has: this.cards }).first().getByText(words).last();
    await line.waitFor();
    return line;
  }

  /** Says something in the chat that is open. */
  async say(text) {
    await this.type(text);
    await this.tab.keyboard.press('Enter');
  }

  /** Says something and waits for the card that answers it. */
  ask(text, expected) {
    return this.newCard(() => this.say(text), expected);
  }

  /** Presses a button of the last card that is answered by a new card. */
  pressForCard(name, expected) {
    return this.newCard(() => this.#press(name), expected);
  }

  /** Does something and waits for one more card, and in it for the words. */
  async newCard(act, expected) {
    const before = await this.cards.count();
    await act();
    await this.cards.nth(before).waitFor();
    await this.card.getByText(expected).first().waitFor();
  }

  /** Presses a button of the last card; the card changes, or something is said below it. */
  async press(name, expected, where = this.message) {
    await this.#press(name);
    await where.getByText(expected).last().waitFor();
  }

  /** Presses a button that the bot answers in the response, and waits for it: for words that stand there already. */
  async pressForAnswer(name, expected) {
    await Promise.all([this.tab.waitForResponse(/\/v1\/invoke$/), this.#press(name)]);
    await this.message.getByText(expected).last().waitFor();
  }

  /** Presses the first of several such buttons of the last card; a new card answers. */
  pressForFirst(name, expected) {
    return this.newCard(() => this.card.getByRole('button', { name, exact: true }).first().click(), expected);
  }

  #press(name) {
    return this.card.getByRole('button', { name, exact: true }).last().click();
  }

  /** Goes to another chat. The page does not say which one is open, but a channel can be told from a chat: go from one kind to the other. */
  async chat(name) {
    await this.tab.getByRole('treeitem', { name }).click();
    await this.tab.getByText('Start a new post').waitFor({ state: name.startsWith('My Team') ? 'visible' : 'hidden' });
  }

  /** Sends an activity of one's own making, made from the page's own draft for the chat that is open. */
  async mock(change) {
    const [draft] = await Promise.all([
      this.tab.waitForResponse(/customActivities\/template/),
      this.tab.getByText('Mock an Activity').click().then(() => this.tab.getByText('Custom activity').last().click()),
    ]);
    const dialog = this.tab.getByRole('dialog');
    await dialog.getByText('"serviceUrl"').waitFor();
    await dialog.locator('.monaco-editor').first().click();
    await this.tab.keyboard.press('Control+A');
    await this.tab.keyboard.insertText(JSON.stringify(change(await draft.json())));
    // The editor closes the brackets that it thinks are open.
    await this.tab.keyboard.press('Control+Shift+End');
    await this.tab.keyboard.press('Delete');
    await dialog.getByRole('button', { name: 'Send activity' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** The whole window as on a desk, and by itself at the width of a phone what a person has on one: the card with what is said about it. */
  async shoot(name, subject = this.message) {
    const file = `${String(++this.#shots).padStart(2, '0')}-${name}`;
    await subject?.evaluate(shown => shown.scrollIntoView({ block: 'end' }));
    await this.tab.screenshot({ path: `${this.folder}/${file}-desktop.png` });
    if (subject !== this.nothingOnPhones) await this.#shootAtPhoneWidth(`${this.folder}/${file}-phone.png`, subject);
  }

  // The page itself is laid out for desks only. The window is made as tall as the card, which else would be cut off where the page scrolls.
  async #shootAtPhoneWidth(path, subject) {
    const size = await subject.evaluate((outer, width) => {
      const card = outer.matches('.ac-adaptiveCard') ? outer : outer.querySelector('.ac-preview-panel > .ac-adaptiveCard') ?? outer;
      const more = card.getBoundingClientRect().width - width;
      const kept = [];
      for (let box = card; more > 0 && box !== outer.parentElement; box = box.parentElement) {
        kept.push([box, box.getAttribute('style'), box.getBoundingClientRect().width - more]);
      }
      kept.forEach(([box, , width]) => { box.style.cssText += `;width:${width}px;min-width:0;max-width:${width}px`; });
      window.restoreWidths = () => kept.forEach(([box, style]) => style === null ? box.removeAttribute('style') : box.setAttribute('style', style));
      return { wide: card.scrollWidth, box: card.clientWidth, tall: outer.scrollHeight };
    }, phone);
    await this.tab.setViewportSize({ ...desk, height: Math.max(desk.height, size.tall + 400) });
    await subject.screenshot({ path });
    await this.tab.evaluate(() => window.restoreWidths());
    await this.tab.setViewportSize(desk);
    if (size.wide > size.box + 1) throw new Error(`${path}: the card is ${size.wide} pixels wide in ${size.box}`);
  }
}
