// Narrow screens: nothing scrolls sideways, and what must be pressed can be pressed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { beginInterview, give, openBrowser, visit } from './browser.mjs';
import { playedInterview } from './seeded.mjs';
import { startServer } from './server.mjs';
import { lookAtEveryView } from './views.mjs';

let server;
let browser;
let played;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  played = await playedInterview(server);
});

after(async () => {
  await browser.close();
  await server.stop();
});

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const smallTargets = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.button, .choice, summary, textarea, select')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
      .map(({ text }) => text),
  );

const screens = [
  { width: 320, height: 640, what: 'a small phone, or a desktop at 400 %' },
  { width: 390, height: 844, what: 'a phone' },
  { width: 640, height: 450, what: 'a desktop at 200 %' },
];

for (const { what, ...viewport } of screens) {
  test(`On ${what} no view scrolls sideways and every target is large enough`, async (t) => {
    const page = await visit(t, browser, server, { candidate: played.candidate, viewport });
    const wrong = [];

    await lookAtEveryView(page, played, async (name) => {
      if ((await overflow(page)) > 0) wrong.push(`${name} scrolls sideways`);
      for (const text of await smallTargets(page)) wrong.push(`${name}: ${text} is too small`);
    });

    assert.deepEqual(wrong, []);
  });
}

test('On a phone Send, Hint and Skip are in sight while a question waits', async (t) => {
  const viewport = { width: 360, height: 640 };
  const page = await visit(t, browser, server, { viewport });
  await beginInterview(page, { time: 'Normal' });

  for (const end of [0, 100_000]) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), end);
    for (const name of ['Send', 'Skip', /^Hint/]) {
      const { y, height } = await page.getByRole('button', { name }).boundingBox();
      assert.ok(y >= 0 && y + height <= viewport.height, `${name} at ${y}`);
    }
  }
});

test('On a phone the situation stands open at the first question only, then one tap away', async (t) => {
  const viewport = { width: 360, height: 640 };
  const page = await visit(t, browser, server, { viewport });
  await beginInterview(page);
  const situation = page.getByRole('region', { name: 'The situation' });
  await situation.waitFor();
  const question = await page.locator('.theirs .line').first().boundingBox();
  const desk = await page.locator('.desk').boundingBox();

  assert.ok(question.y < desk.y, `the question begins at ${question.y}, the desk at ${desk.y}`);
  await give(page, 'I find out what else waits for it and who can decide about the date.');
  await situation.waitFor({ state: 'hidden' });
  await page.getByText('The situation').click();
  await situation.waitFor();
});

test('On a phone the verdict scale stays one row, lowest step first', async (t) => {
  const page = await visit(t, browser, server, {
    candidate: played.candidate,
    view: `#/report/${played.session}`,
    viewport: { width: 360, height: 640 },
  });
  const steps = page.locator('.scale li');
  await steps.first().waitFor();

  const tops = await steps.evaluateAll((all) => all.map((step) => step.getBoundingClientRect().top));
  assert.equal(new Set(tops).size, 1);
  assert.match(await steps.first().innerText(), /strong no hire/i);
  assert.equal(await steps.first().locator('.bar-full').count(), 1);
});

test('With letters twice as large no view scrolls sideways', async (t) => {
  const page = await visit(t, browser, server, {
    candidate: played.candidate,
    viewport: { width: 640, height: 900 },
  });
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'));
  });
  await page.reload();
  const wrong = [];

  await lookAtEveryView(page, played, async (name) => {
    if ((await overflow(page)) > 0) wrong.push(name);
  });

  assert.deepEqual(wrong, []);
});
