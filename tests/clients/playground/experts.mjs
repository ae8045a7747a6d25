// A teller asks the experts, who sit in a channel of the team; one of them answers in the thread, and the answer comes to the teller.
const channel = 'My Team - Announcements';

export async function experts(page, step) {
  await step('experts-channel', async () => {
    await page.chat(channel);
    await page.card.getByText('I coach you at the counter').waitFor();
    return page.card;
  });
  await step('question-for-experts', async () => {
    await page.chat('Personal Chat');
    await page.ask('customer says ATM gave fake notes', 'Say this first');
  });
  await step('expert-asked', () => page.press('Ask an expert', 'The experts have your question.'));
  await step('asked-twice', () => page.pressForAnswer('Ask an expert', 'The experts have this question already.'));
  await step('question-among-experts', async () => {
    await page.chat(channel);
    await page.newestPost.getByText('A colleague needs an expert').waitFor();
    return page.newestPost;
  });

  let thread;
  await step('own-line-in-the-thread', async () => {
    await page.mention(' he has the receipt', page.newestThread);
    const [sent] = await Promise.all([page.tab.waitForRequest(/messageid.*\/messages$/), page.tab.keyboard.press('Enter')]);
    thread = decodeURIComponent(sent.url().match(/conversations\/(.+)\/messages$/)[1]);
    return page.newestThreadSays('You asked this question yourself');
  });

  // The Playground has one person at its keyboard, and it is the one who asked. The expert's line is an activity of our own making, without
  // a mention, as the page takes any mention for one in Word; the bot's answers to it are what everybody sees.
  await step('answer-passed-on', async () => {
    await page.mock(draft => ({
      ...draft,
      type: 'message',
      textFormat: 'plain',
      text: 'Keep both notes in an envelope and call me.',
      from: { id: 'user-id-1', name: 'Megan Bowen', aadObjectId: '00000000-0000-0000-0000-0000000000021' },
      conversation: { ...draft.conversation, id: thread },
    }));
    return page.newestThreadSays('Your answer is with the colleague.');
  });
  await step('answer-of-an-expert', async () => {
    await page.chat('Personal Chat');
    await page.card.getByText('Keep both notes in an envelope').waitFor();
  });
}
