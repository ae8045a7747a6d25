// What can be typed besides questions, and the buttons of what comes.
export async function commands(page, step) {
  await step('settings', () => page.ask('settings', 'Your settings'));
  await step('answers-in-chinese', () => page.press('简体中文', '✓ 简体中文'));
  await step('answers-in-traditional', () => page.press('繁體中文', '✓ 繁體中文'));
  await step('answers-in-english', () => page.press('English', '✓ English'));
  await step('answers-as-asked', () => page.press('As the question', '✓ As the question'));
  await step('customer-is-here', () => page.press('Customer is here: short cards', 'Customer has left: full cards'));
  await step('brief-card', () => page.ask('customer says ATM gave fake notes', 'Say this first'));
  await thumb(page, step, 'Like');
  await thumb(page, step, 'Dislike');
  await step('customer-still-here', () => page.ask('settings', 'Customer has left: full cards'));
  await step('customer-has-left', () => page.press('Customer has left: full cards', 'Customer is here: short cards'));

  await step('help', () => page.ask('help', 'What you can type'));
  await step('search', () => page.ask('search customer', /found for/));
  await step('search-next-page', () => page.press('Next page', 'Page 2 of'));
  await step('search-previous-page', () => page.press('Previous page', 'Page 1 of'));
  await step('found-card', () => page.pressForCard('Show the card', 'Why'));
  await step('tip', () => page.ask('tip', 'Today\'s lesson'));
  await step('another-tip', () => page.pressForAnswer('Another tip', 'Another tip'));
  await step('card-of-the-tip', () => page.pressForCard('Show the card', 'Why'));
  await step('tip-with-practice', () => tipWithPractice(page));
  await step('practise-the-tip', () => page.pressForCard('Practise', 'Practice: the customer says'));
  await step('practise', () => page.ask('practise', 'Practice: the customer says'));
  await step('solution', () => page.press('Show a good answer', 'A good answer'));
  await step('card-of-the-practice', () => page.pressForCard('Show the card', 'Why'));
}

// Which tip comes is chance, and not every one has something to practise: another is asked for until one has.
async function tipWithPractice(page) {
  await page.ask('tip', 'Today\'s lesson');
  for (let asked = 0; asked < 40 && await page.card.getByRole('button', { name: 'Practise', exact: true }).count() === 0; asked++) {
    const [, title] = (await page.card.innerText()).split('\n').filter(line => line.trim() !== '');
    await page.pressForAnswer('Another tip', 'Another tip');
    await page.card.filter({ hasNotText: title }).waitFor();
  }
}

// Teams' own thumbs below the brief card. The Playground does not say which message they stand under, so the bot thanks and keeps nothing.
async function thumb(page, step, name) {
  const dialog = page.tab.getByRole('dialog');
  await step(`teams-own-${name.toLowerCase()}`, async () => {
    await page.button(name).last().click();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('We appreciate your feedback.').waitFor();
    return dialog;
  });
  await dialog.getByRole('button', { name: 'Close' }).click();
}
