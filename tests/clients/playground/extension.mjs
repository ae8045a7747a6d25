// A teller has a colleague's message coached, and a trainer searches from the message box.

export async function extension(page, step) {
  await coachedMessage(page, step);
  await search(page, step);
}

async function coachedMessage(page, step) {
  const dialog = page.tab.getByRole('dialog');

  const line = 'customer says the machine gave him fake notes';
  await step('message-of-a-colleague', () => page.ask(line, 'Say this first'));
  await step('coach-me-on-this-message', async () => {
    // The innermost box with the line and a menu is the message: it may stand above or, when the bot was faster, below the answer.
    const menu = page.button('Show more information');
    await page.tab.locator('div').filter({ hasText: line }).filter({ has: menu }).last().getByRole('button').click();
    await page.tab.getByRole('menuitem', { name: 'Action Command' }).click();
    await page.tab.getByPlaceholder('Input command id or leave blanks').fill('coachOnMessage');
    await page.newCard(() => page.button('Create').click(), 'Say this first');
    return page.card;
  });
  await step('dialog-in-chinese', () => pressInDialog('简体中文', '先说这句'));
  await step('dialog-for-the-customer', () => pressInDialog('给客户看', '返回案例'));
  await step('dialog-back', () => pressInDialog('返回案例', '先说这句'));
  await step('dialog-full-procedure', () => pressInDialog('完整流程', '情形'));
  await step('dialog-other-matches', () => pressInDialog('其他案例', '就是这个'));
  await step('dialog-picked', () => pressInDialog('就是这个', '先说这句'));
  await step('dialog-helpful', async () => {
    await page.press('👍 有用', '收到，谢谢你告诉我。', dialog);
    return dialog;
  });
  await dialog.getByRole('button', { name: 'Close' }).click();

  async function pressInDialog(name, expected) {
    await page.press(name, expected, dialog);
    return page.card;
  }
}

// The Playground refuses a list whose entries say what happens when they are chosen ("tap action is not supported yet"), shows "Unable to
// reach app" in its place, and never asks for a chosen case (composeExtension/selectItem): it sends the entry's own card. So the page is given
// the bot's list without the taps; what a chosen one's tap would ask is then sent as an activity of our own making, and the bot's answer read
// in the log.
async function search(page, step) {
  let tap;
  await page.tab.route('**/_conversation/v1/invoke', async route => {
    const response = await route.fetch();
    const body = await response.json();
    for (const { preview } of body.composeExtension?.attachments ?? []) {
      tap ??= preview.content.tap;
      delete preview.content.tap;
    }

    await route.fulfill({ response, json: body });
  });

  const found = page.tab.getByRole('group').filter({ hasText: 'Search-Based Message Extension' });
  await step('search-in-the-message-box', async () => {
    await page.button('Trigger Message Extension App').click();
    await page.tab.getByRole('menuitem', { name: 'Search Command' }).click();
    await page.button('Specify Command ID or Parameter').click();
    await page.tab.getByPlaceholder('Command ID').fill('searchCases');
    await page.tab.getByPlaceholder('Parameter name').fill('query');
    await page.button('Specify Command ID or Parameter').click();
    await page.tab.getByPlaceholder('Enter a search term').fill('fake notes');
    await found.getByText('Customer says the ATM paid out fake notes').waitFor();
    return found;
  });
  await step('found-case-sent', async () => {
    const inTheBox = page.tab.locator('[contenteditable=true] .ac-adaptiveCard');
    await page.newCard(async () => {
      await found.getByText('Customer says the ATM paid out fake notes').click();
      await inTheBox.waitFor();
      await page.button('Send Message').click();
      await inTheBox.waitFor({ state: 'detached' });
    }, 'Say this first');
    return page.card;
  });
  await step('rest-of-the-found-case', async () => {
    await page.press('Full procedure', 'Situation', page.card);
    return page.card;
  });
  await step('whole-case-asked-for', async () => {
    const answers = page.tab.getByText('invoke 200', { exact: true });
    const before = await answers.count();
    await page.mock(draft => ({ ...draft, type: 'invoke', name: 'composeExtension/selectItem', value: tap.value }));
    await answers.nth(before).click();
    await page.tab.getByRole('tab', { name: 'Response' }).click();
    await page.tab.locator('div').filter({ hasText: '"composeExtension"' }).filter({ hasText: 'Do not say' }).last().waitFor();
    return page.nothingOnPhones;
  });
}
