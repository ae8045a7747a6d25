// What a teller, a group, a channel and a trainer do with the bot, in Microsoft's own look-alike of Teams. Every step waits for what the
// person would see; one that does not come ends the run. Screenshots go to the folder, to be looked at.
// usage: CHROMIUM=/usr/bin/chromium node drive.mjs FOLDER [all]
// Without "all" it ends after the buttons of the first card: the build server asks for what was seen to work from end to end.
import { open } from './page.mjs';

const page = await open(process.argv[2]);
let done = 0;

async function step(name, act) {
  try {
    await act();
    await page.shoot(name);
    console.log(`ok ${++done} ${name}`);
  } catch (error) {
    await page.tab.screenshot({ path: `${page.folder}/failed-${name}.png` });
    throw new Error(`${name}: ${error.message}`);
  }
}

try {
  await step('welcome', () => page.tab.getByText('I coach you at the counter').first().waitFor());
  await step('example-pressed', async () => {
    const before = await page.cards.count();
    await page.button('Ask this').first().click();
    await page.newCard(before, 'Say this first');
  });

  await step('question-in-english', () => page.ask('customer says ATM gave fake notes', 'Say this first'));
  await step('helpful', () => page.press('👍 Helpful', /thank you/i));
  await step('shown-to-the-customer', () => page.press('Show to customer', 'Back to the card'));
  await step('back', () => page.press('Back to the card', 'Hand over if'));
  await step('reasons', () => page.press('👎 Not helpful', 'What was wrong with it?'));
  await step('reason-given', () => page.press('Another matter', /thank|noted/i));
  await step('copied', async () => {
    const sentence = (await page.card.innerText()).match(/“([^”]+)”/)[1];
    await page.button('Copy the sentence').last().click();
    await page.tab.getByText('Sent below.').last().waitFor();
    await page.tab.locator('.fai-OutputCard').filter({ hasNot: page.tab.locator('.ac-adaptiveCard') }).getByText(sentence).waitFor();
  });
  await step('full-procedure', () => page.press('Full procedure', 'Situation'));
  await step('in-chinese', () => page.press('简体中文', '先说这句'));
  await step('back-in-english', () => page.press('English', 'Say this first'));
  await step('in-traditional', () => page.press('繁體中文', '先說這句'));
  if (process.argv[3] === 'all') await theRest();
  console.log(`${done} steps, screenshots in ${page.folder}`);
} finally {
  await page.browser.close();
}

async function theRest() {
  await step('expert-asked', () => page.press('問專家', /專家頻道|發給專家/));
  await step('other-matches', async () => {
    const before = await page.cards.count();
    await page.button('其他案例').last().click();
    await page.newCard(before, '就是這個');
  });
  await step('picked', async () => {
    const before = await page.cards.count();
    await page.button('就是這個').last().click();
    await page.newCard(before, '先說這句');
  });

  await step('question-in-chinese', () => page.ask('客户举着手机对着我拍怎么办', '风险提示'));
  await step('followed-up', () => page.ask('他不同意怎么办', '如果还不行，接着说'));
  await step('nothing-fits', () => page.ask('how do I tune a violin', 'No case fits this question yet.'));
  await step('settings', () => page.ask('settings', 'Your settings'));
  await step('customer-is-here', () => page.press('Customer is here: short cards', 'Customer has left: full cards'));
  await step('brief-card', () => page.ask('customer says ATM gave fake notes', 'Say this first'));
  await step('customer-has-left', () => page.say('customer left'));
  await step('help', () => page.ask('help', 'What you can type'));
  await step('search', () => page.ask('search customer', /found for/));
  await step('search-next-page', () => page.press('Next page', 'Page 2 of'));
  await step('tip', () => page.ask('tip', 'Today\'s lesson'));
  await step('practise', () => page.ask('practise', 'Practice: the customer says'));
  await step('solution', () => page.press('Show a good answer', 'A good answer'));

  await step('group-mention', async () => {
    await page.chat('Group Chat');
    await mention(' customer says ATM gave fake notes');
    await page.tab.keyboard.press('Enter');
    await page.newCard(0, 'Say this first');
  });
  await step('channel-thread', async () => {
    await page.chat('My Team - General');
    await mention(' 客户说取款机吐了假钞怎么办');
    await page.button('Post').click();
    await page.newCard(0, '先说这句');
  });
}

async function mention(text) {
  await page.type('@Test');
  await page.tab.getByRole('option').or(page.tab.getByRole('menuitem')).first().click();
  await page.tab.keyboard.type(text);
}
