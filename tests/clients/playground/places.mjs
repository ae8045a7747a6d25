// A group and a channel: the bot answers where it is mentioned, in the thread it is mentioned in.

export async function manyPeople(page, step) {
  await step('channel-post', async () => {
    await page.chat('My Team - General');
    await page.mention(' 客户说取款机吐了假钞怎么办', page.newPost);
    await page.button('Post').click();
    await page.newestPost.getByText('先说这句').waitFor();
    return page.newestPost;
  });
  await step('channel-thread', async () => {
    await page.mention(' 他不同意怎么办', page.newestThread);
    await page.tab.keyboard.press('Enter');
    return page.cards.filter({ hasText: '如果还不行，接着说' });
  });
  await step('group-welcome', async () => {
    await page.chat('Group Chat');
    await page.card.getByText('I coach you at the counter').waitFor();
  });
  await step('group-mention', async () => {
    await page.mention(' customer says ATM gave fake notes');
    await page.newCard(() => page.tab.keyboard.press('Enter'), 'Say this first');
  });
}
