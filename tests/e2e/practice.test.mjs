// An interview in a real browser, from the library to the report, with what can come between.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  answerBox,
  beginInterview,
  fetchOn,
  give,
  land,
  openBrowser,
  sessionOn,
  visit,
} from './browser.mjs';
import { startServer } from './server.mjs';
import { tempDir } from './support.mjs';

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  await server.stop();
});

const events = async (page) => (await fetchOn(page, `/sessions/${sessionOn(page)}`)).events;
const answersIn = (all) => all.filter(({ body }) => body.input.kind === 'answer');
const draftIsStored = (page, text) =>
  page.waitForFunction(
    (wanted) => Object.values(localStorage).some((value) => value.includes(wanted)),
    text,
  );

async function answerToTheEnd(page) {
  const report = page.getByRole('link', { name: 'Read your report' });
  for (let sent = 0; sent < 100; ++sent) {
    if (await report.isVisible()) return sent;
    await give(
      page,
      `Answer ${sent}: I name one owner and one date, and I check the longest chain first.`,
    );
  }
  throw new Error('still open after 100 answers');
}

test('A whole interview leads from the library to a report that counts every answer', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);

  const sent = await answerToTheEnd(page);
  await page.getByRole('link', { name: 'Read your report' }).click();
  await page.getByRole('heading', { name: /^Verdict/ }).waitFor();

  const facts = await page.locator('.verdict .facts').innerText();
  assert.match(facts, new RegExp(`Answers\\s+${sent}\\b`));
  assert.deepEqual(page.problems, []);
});

test('A reload in mid-answer keeps the draft and the place, without a second greeting', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  await give(page, 'First I look for the chain of work that sets the date.');
  const log = await page.getByRole('log').innerText();
  await answerBox(page).fill('Half a thought, Zoë 🚀');
  await draftIsStored(page, 'Half a thought');

  await page.reload();
  await answerBox(page).waitFor();

  assert.equal(await answerBox(page).inputValue(), 'Half a thought, Zoë 🚀');
  assert.equal(await page.getByRole('log').innerText(), log);
});

test('Without a connection a banner says so, and the answer is delivered once when it is back', async (t) => {
  const dataDir = tempDir(t);
  const first = await startServer({ dataDir });
  const page = await visit(t, browser, first);
  await beginInterview(page);

  await first.stop('SIGKILL');
  await page.getByText('Connection lost').waitFor();
  await answerBox(page).fill('Said into the dark.');
  await answerBox(page).press('Enter');
  await page.getByText('Not delivered yet').waitFor();
  const second = await startServer({ dataDir, port: first.port });
  t.after(() => second.stop('SIGKILL'));
  await page.locator('.mine:not(.unsent)').waitFor();

  assert.equal(await page.getByText('Connection lost').count(), 0);
  const texts = answersIn(await events(page)).map(({ body }) => body.input.text);
  assert.deepEqual(texts, ['Said into the dark.']);
});

test('An answer that was on its way when the server died is recorded once', async (t) => {
  const dataDir = tempDir(t);
  const first = await startServer({ dataDir });
  const page = await visit(t, browser, first);
  await beginInterview(page);

  await answerBox(page).fill('Sent in the last moment.');
  await answerBox(page).press('Enter');
  await first.stop('SIGKILL');
  const second = await startServer({ dataDir, port: first.port });
  t.after(() => second.stop('SIGKILL'));
  await page.locator('.mine:not(.unsent)').waitFor();
  await give(page, 'And one more.');

  const texts = answersIn(await events(page)).map(({ body }) => body.input.text);
  assert.deepEqual(texts, ['Sent in the last moment.', 'And one more.']);
});

test('Shift+Enter breaks the line, and an Enter that ends a composition sends nothing', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  await answerBox(page).fill('one');
  const composed = (init) =>
    answerBox(page).evaluate((box, given) => {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        cancelable: true,
        ...given,
      });
      box.dispatchEvent(event);
      return event.defaultPrevented;
    }, init);

  await answerBox(page).press('Shift+Enter');
  await answerBox(page).pressSequentially('two');

  assert.equal(await answerBox(page).inputValue(), 'one\ntwo');
  assert.equal(await composed({ isComposing: true }), false);
  assert.equal(await composed({ keyCode: 229 }), false);
  assert.equal(await page.locator('.mine').count(), 0);
});

test('An empty answer stays here and says why, and so does one that is too long', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  const fault = page.getByRole('alert').filter({ hasText: /\S/ });

  await answerBox(page).press('Enter');
  assert.match(await fault.innerText(), /Write at least a word/);
  await answerBox(page).fill('é'.repeat(8193));
  await answerBox(page).press('Enter');

  assert.match(await fault.innerText(), /Too long by 2 bytes/);
  assert.equal(await page.locator('.mine').count(), 0);
});

test('Near the limit the bytes that are left are counted', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);

  await answerBox(page).fill('é'.repeat(8000));

  await page.getByText('384 bytes left').waitFor();
});

test('Ending asks first, and then leads to a report that says it is partial', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  await give(page, 'I ask each team what it waits for.');

  await page.getByRole('button', { name: 'End interview' }).click();
  await page.getByRole('button', { name: 'Keep going' }).click();
  await page.getByRole('button', { name: 'End interview' }).click();
  await page.getByRole('button', { name: 'End and see the report' }).click();

  await page.getByText('Partial:').waitFor();
});

test('Ending warns of a draft that would be lost, and only then', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: 'End interview' }).click();
  assert.doesNotMatch(await dialog.innerText(), /will be lost/);
  await page.getByRole('button', { name: 'Keep going' }).click();
  await answerBox(page).fill('not sent');
  await page.getByRole('button', { name: 'End interview' }).click();

  assert.match(await dialog.innerText(), /has not been sent and will be lost/);
});

const boxHasFocus = (page) =>
  page.waitForFunction(
    () => document.activeElement?.id === 'answer' && !document.querySelector('dialog'),
  );

test('After a hint and after a skip the answer box has the focus', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  const skipped = page.getByText('You skipped the question');

  await page.getByRole('button', { name: /^Hint/ }).click();
  await page.getByText('You asked for a hint').waitFor();
  await boxHasFocus(page);
  await page.getByRole('button', { name: 'Skip' }).press('Enter');
  await skipped.waitFor();
  await boxHasFocus(page);
  await page.keyboard.press('Enter');

  await page.getByText('Write at least a word').waitFor();
  assert.equal(await skipped.count(), 1);
});

test('Skipping asks before it drops a draft, which never moves to the next question', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  await answerBox(page).fill('half a thought');

  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('button', { name: 'Keep writing' }).click();
  await boxHasFocus(page);
  assert.equal(await answerBox(page).inputValue(), 'half a thought');
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('button', { name: 'Skip and drop it' }).click();
  await page.getByText('You skipped the question').waitFor();

  await boxHasFocus(page);
  assert.equal(await answerBox(page).inputValue(), '');
});

test('Skipping and asking again are told in the conversation', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);

  await page.getByRole('button', { name: 'Repeat the question' }).click();
  await page.getByText('You asked to hear the question again').waitFor();
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByText('You skipped the question').waitFor();

  const kinds = (await events(page)).map(({ body }) => body.input.name ?? body.input.kind);
  assert.deepEqual(kinds, ['start', 'repeat', 'skip']);
});

test('A second window takes the interview over, and the first can take it back', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);

  const other = await land(page.context(), new URL(page.url()).hash);
  await answerBox(other).waitFor();
  await page.getByText('opened in another window').waitFor();
  await page.getByRole('button', { name: 'Continue here' }).click();

  await other.getByText('opened in another window').waitFor();
  await give(page, 'Back here.');
});

test('The practice says who asks, and how many questions are done', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  const { scenario } = await fetchOn(page, `/sessions/${sessionOn(page)}`);
  const { interviewer, questions } = await fetchOn(page, `/library/${scenario.id}`);
  const progress = page.locator('.progress');
  const who = page.locator('.theirs .who');

  await progress.getByText(`Question 1 of about ${questions}`).waitFor();
  assert.equal(await who.first().innerText(), `${interviewer.name}, ${interviewer.role}`);
  await page.getByRole('button', { name: 'Repeat' }).click();
  await who.nth(1).waitFor();
  assert.equal(await who.nth(1).innerText(), interviewer.name);
  assert.equal(await progress.innerText(), `Question 1 of about ${questions}`);

  await page.getByRole('button', { name: 'Skip' }).click();
  await progress.getByText(`Question 2 of about ${questions}`).waitFor();
  await page.reload();
  await progress.getByText(`Question 2 of about ${questions}`).waitFor();
  assert.equal(await who.first().innerText(), `${interviewer.name}, ${interviewer.role}`);
});

test('The timer can be hidden, and stays hidden after a reload', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page, { time: 'Normal' });
  await page.getByRole('timer').waitFor();

  await page.getByRole('button', { name: 'Hide timer' }).click();
  await page.reload();
  await answerBox(page).waitFor();

  assert.equal(await page.getByRole('timer').count(), 0);
});

test('Leaving an interview keeps it open to be continued from the library', async (t) => {
  const page = await visit(t, browser, server);
  await beginInterview(page);
  await answerBox(page).fill('to be continued');

  await page.getByRole('link', { name: 'Curveball' }).click();
  await page.getByRole('link', { name: 'Continue' }).click();

  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'to be continued');
});

test('A wrong link says so in heading and title, and leads to the library', async (t) => {
  const nobody = '00000000-0000-0000-0000-000000000000';
  const views = ['brief/nope', `practice/${nobody}`, `report/${nobody}`, `replay/${nobody}`];

  for (const view of views) {
    const page = await visit(t, browser, server, { view: `#/${view}` });
    await page.getByRole('heading', { name: 'Not found' }).waitFor();
    assert.equal(await page.title(), 'Not found · Curveball');
    await page.getByRole('link', { name: 'All interviews' }).click();
    await page.locator('.card').first().waitFor();
  }
});

test('Somebody else’s interview is not found', async (t) => {
  const owner = await visit(t, browser, server);
  await beginInterview(owner);
  const { hash } = new URL(owner.url());

  const stranger = await visit(t, browser, server, { view: hash });

  await stranger.getByRole('heading', { name: 'Not found' }).waitFor();
});
