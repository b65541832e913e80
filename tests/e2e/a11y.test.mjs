// Accessibility in a real browser: axe on every view in both colour schemes, and a whole interview
// without a mouse.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createRequire } from 'node:module';

import { answerBox, openBrowser, visit } from './browser.mjs';
import { playedInterview } from './seeded.mjs';
import { startServer } from './server.mjs';
import { lookAtEveryView } from './views.mjs';

const { source: axe } = createRequire(new URL('../../web/package.json', import.meta.url))(
  'axe-core',
);

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

// "rule: element" for each violation. The page's policy forbids a script tag, so axe is evaluated.
async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document));
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const colorScheme of ['light', 'dark']) {
  test(`No view has a violation in the ${colorScheme} scheme`, async (t) => {
    const page = await visit(t, browser, server, {
      candidate: played.candidate,
      colorScheme,
      reducedMotion: 'reduce',
    });
    const found = [];

    await lookAtEveryView(page, played, async (name) => {
      for (const violation of await violations(page)) found.push(`${name}: ${violation}`);
    });

    assert.deepEqual(found, []);
    assert.deepEqual(page.problems, []);
  });
}

const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

// Presses `key` until the element with this text has the focus.
async function tabToText(page, text, key = 'Tab') {
  for (let steps = 0; steps < 80; ++steps) {
    await page.keyboard.press(key);
    if ((await focused(page)) === text) return;
  }
  throw new Error(`"${text}" is never reached; focus is on "${await focused(page)}"`);
}

test('A whole interview needs no mouse, from the library to the words behind a level', async (t) => {
  const page = await visit(t, browser, server, { reducedMotion: 'reduce' });
  await page.locator('.card').first().waitFor();

  await tabToText(page, 'Read the brief');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start the interview' }).waitFor();
  await tabToText(page, 'Start the interview');
  await page.keyboard.press('Enter');
  await answerBox(page).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
  await page.keyboard.type(
    'First I find the longest chain of work, then I name one owner for each part.',
  );
  await page.keyboard.press('Enter');
  await page.locator('.mine:not(.unsent)').waitFor();
  await tabToText(page, 'End interview', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabToText(page, 'End and see the report');
  await page.keyboard.press('Enter');
  await page.locator('.criterion').first().waitFor();

  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  await tabToText(page, 'All four levels');
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.criterion .anchors').first().isVisible());
});

test('The skip link is the first stop and leads past the header', async (t) => {
  const page = await visit(t, browser, server);
  await page.locator('.card').first().waitFor();

  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to the content');
  await page.keyboard.press('Enter');

  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
});

test('The log stands before its content, and each line is added to it once', async (t) => {
  const page = await visit(t, browser, server);
  await page.evaluate(() => {
    globalThis.added = [];
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes) {
        if (!target.closest?.('[role=log]')) continue;
        for (const node of addedNodes) globalThis.added.push(node.textContent);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await page
    .getByRole('link', { name: /^Read the brief:/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Start the interview' }).click();
  await answerBox(page).fill('I ask each team what it waits for, and by when.');
  await answerBox(page).press('Enter');
  await page.locator('.mine:not(.unsent)').waitFor();

  const added = await page.evaluate(() => globalThis.added);
  const reply = await page.locator('.theirs').last().innerText();
  const spoken = added.filter((text) => text.includes(reply.split('\n').at(-1)));
  assert.equal(spoken.length, 1);
  assert.equal(await page.getByRole('log').getAttribute('aria-live'), 'polite');
});

test('A history that comes back after a reload is not read aloud', async (t) => {
  const page = await visit(t, browser, server);
  await page
    .getByRole('link', { name: /^Read the brief:/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Start the interview' }).click();
  await answerBox(page).waitFor();

  await page.reload();
  await answerBox(page).waitFor();

  assert.equal(await page.getByRole('log').getAttribute('aria-live'), 'off');
});
