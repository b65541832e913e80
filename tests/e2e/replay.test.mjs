// The replay in a real browser: by key, by jump, and in time with a clock moved by the test.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, visit } from './browser.mjs';
import { playedInterview } from './seeded.mjs';
import { startServer } from './server.mjs';

let server;
let browser;
let interview;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  interview = await playedInterview(server);
});

after(async () => {
  await browser.close();
  await server.stop();
});

async function openReplay(t, prepare = async () => {}) {
  const page = await visit(t, browser, server, { candidate: interview.candidate });
  await prepare(page);
  await page.goto(`/#/replay/${interview.session}`);
  await page.getByRole('button', { name: 'Play' }).waitFor();
  return page;
}

const where = async (page) =>
  (await page.locator('.where').innerText())
    .match(/Step (\d+) of (\d+)/)
    .slice(1)
    .map(Number);
const reaches = (page, step) => page.getByText(new RegExp(`^Step ${step} of`)).waitFor();

test('Arrow keys step, Home and End go to the ends and not beyond', async (t) => {
  const page = await openReplay(t);
  const [, last] = await where(page);

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await reaches(page, 3);
  await page.keyboard.press('ArrowLeft');
  await reaches(page, 2);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await reaches(page, last);
  await page.keyboard.press('Home');

  await reaches(page, 1);
});

test('The last step shows the whole conversation', async (t) => {
  const page = await openReplay(t);

  await page.keyboard.press('End');

  const answers = interview.turns.filter(({ body }) => body.input.kind === 'answer');
  await page
    .locator('.mine')
    .nth(answers.length - 1)
    .waitFor();
  assert.equal(await page.locator('.mine').count(), answers.length);
  assert.deepEqual(page.problems, []);
});

test('A jump leads to the question that was chosen', async (t) => {
  const page = await openReplay(t);
  const options = await page.getByLabel('Jump to a question').locator('option').allInnerTexts();

  await page.getByLabel('Jump to a question').selectOption({ index: 1 });

  const question = options[1].replace(/^2\. /, '');
  assert.ok((await page.getByRole('log').innerText()).includes(question));
});

// The page's own clock moves by hand, and the recorded turns lie 8 seconds apart.
async function slowly(page) {
  await page.clock.install();
  await page.route(`**/api/v1/sessions/${interview.session}`, async (route) => {
    const answer = await route.fetch();
    const transcript = await answer.json();
    for (const { seq, body } of transcript.events) body.elapsed_ms = (seq - 1) * 8_000;
    await route.fulfill({ response: answer, json: transcript });
  });
}

test('Playing follows the recorded clock, faster by the speed, and space pauses it', async (t) => {
  const page = await openReplay(t, slowly);
  const [, last] = await where(page);
  await page.getByLabel('Speed').selectOption('8');
  await page.locator('h1').focus();

  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.clock.runFor(1_500);
  await reaches(page, 3); // 12 of the recorded seconds: the second turn, which is two steps.
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await page.clock.runFor(60_000);
  await reaches(page, 3);
  await page.keyboard.press('Space');
  await page.clock.runFor(interview.turns.length * 1_000);

  await reaches(page, last);
});
