// A teller asks in both languages and presses every button of the cards.
const fakeNotes = 'customer says ATM gave fake notes and will call a reporter';

export async function atTheCounter(page, step) {
  await step('welcome', () => page.message.getByText('I coach you at the counter').waitFor());
  await step('example-pressed', () => page.pressForFirst('Ask this', 'Say this first'));
  await step('question-in-english', () => page.ask(fakeNotes, 'Say this first'));
  await step('helpful', () => page.press('👍 Helpful', 'Good to know, thank you.'));
  await step('shown-to-the-customer', () => page.press('Show to customer', 'Back to the card'));
  await step('back', () => page.press('Back to the card', 'Media risk'));
  await step('reasons', () => page.press('👎 Not helpful', 'What was wrong with it?'));
  for (const reason of ['Another matter', 'Not true here', 'Something is missing', 'Too long or unclear']) {
    await step(`reason-${reason.toLowerCase().replaceAll(' ', '-')}`, async () => {
      // The drawer is closed again by the answer to the reason before.
      if (!await page.button(reason).last().isVisible()) await page.press('👎 Not helpful', 'What was wrong with it?');
      await page.pressForAnswer(reason, 'the trainers will see it');
    });
  }

  await step('copied', async () => {
    const sentence = (await page.card.innerText()).match(/“([^”]+)”/)[1];
    await page.press('Copy the sentence', 'Sent below.');
    const copy = page.tab.locator('.fai-OutputCard').filter({ hasNot: page.cards }).filter({ hasText: sentence }).last();
    await copy.waitFor();
    return copy;
  });
  await step('full-procedure', () => page.press('Full procedure', 'Situation'));
  await step('in-chinese', () => page.press('简体中文', '先说这句'));
  await step('back-in-english', () => page.press('English', 'Say this first'));
  await step('in-traditional', () => page.press('繁體中文', '先說這句'));
  await step('other-matches', () => page.pressForCard('其他案例', '有幾個案例'));
  await step('picked', () => page.pressForCard('就是這個', '先說這句'));

  await step('question-in-chinese', () => page.ask('客户举着手机对着我拍怎么办', '风险提示'));
  await step('followed-up', () => page.ask('他不同意怎么办', '如果还不行，接着说'));
  await step('nothing-fits', () => page.ask('how do I tune a violin', 'No case fits this question yet.'));
  await step('nearest-picked', () => page.pressForCard('This one', 'Full procedure'));
}
