// The report in a real browser: what it says is what the server reported, and words and criteria
// point at each other.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { visit } from './browser.mjs';
import { playedInterview } from './seeded.mjs';
import { seededReport } from './seeded_report.mjs';

let seeded;
let server;
let browser;
let interview;
let report;

before(async () => {
  seeded = await seededReport();
  ({ server, browser, interview, report } = seeded);
});

after(() => seeded.close());

const openReport = (t) => seeded.open(t);

// Bytes of the answers that `quotes` reach over, each from its first word to its last, as a set of
// "seq:byte".
function bytesOf(quotes) {
  return new Set(
    quotes.flatMap(({ seq, spans }) => {
      const begin = Math.min(...spans.map(([first]) => first));
      const end = Math.max(...spans.map(([, last]) => last));
      return Array.from({ length: end - begin }, (_, at) => `${seq}:${begin + at}`);
    }),
  );
}

// The same from the page: where each lit mark lies in its answer.
const litBytes = (page) =>
  page.evaluate(() => {
    const size = (text) => new TextEncoder().encode(text).length;
    const found = [];
    for (const line of document.querySelectorAll('.packet .mine .line')) {
      const { seq } = line.closest('[data-seq]').dataset;
      let at = 0;
      for (const node of line.childNodes) {
        const length = size(node.textContent);
        const lit = node.nodeName === 'MARK' && !node.classList.contains('mark-dim');
        if (lit) for (let byte = at; byte < at + length; ++byte) found.push(`${seq}:${byte}`);
        at += length;
      }
    }
    return found;
  });

const criterionWithQuotes = () => report.criteria.find(({ quotes }) => quotes.length > 0);
const card = (page, name) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });

test('The report says the verdict, the rule behind it, and what makes it repeatable', async (t) => {
  const page = await openReport(t);
  await page.getByRole('heading', { name: /^Verdict/ }).waitFor();
  const text = await page.getByRole('main').innerText();

  const { verdict, seed, scenario } = report;
  for (const part of [
    verdict.name,
    verdict.why,
    seed,
    scenario.hash,
    `Version\n${scenario.version}`,
  ]) {
    assert.ok(text.includes(part), part);
  }
  assert.equal(await page.locator('.scale [aria-current="true"]').innerText(), verdict.name);
  assert.deepEqual(page.problems, []);
});

test('Every criterion shows its level, its anchor, its rule and what comes next', async (t) => {
  const page = await openReport(t);

  for (const { name, level, anchor, rule, next_condition: next } of report.criteria) {
    const text = await card(page, name).innerText();
    for (const part of [`Level ${level} of 4`, anchor, rule, next ?? ''])
      assert.ok(text.includes(part), part);
  }
});

test('Choosing a criterion lights exactly its own phrases in the answers', async (t) => {
  const { name, quotes } = criterionWithQuotes();
  const page = await openReport(t);

  await card(page, name)
    .getByRole('button', { name: /^Show in transcript/ })
    .click();
  await page.locator('.criterion-lit').waitFor();
  const lit = await litBytes(page);

  assert.deepEqual(lit.sort(), [...bytesOf(quotes)].sort());
});

test('Each piece of evidence begins at one tab stop', async (t) => {
  const page = await openReport(t);
  await page.locator('mark.mark').first().waitFor();

  const begun = await page
    .locator('mark[tabindex="0"]')
    .evaluateAll((marks) => marks.flatMap(({ dataset }) => dataset.begins.split(' ')));

  const quotes = [...report.criteria, ...report.flags].flatMap((item) => item.quotes);
  assert.equal(begun.length, quotes.length);
  assert.equal(new Set(begun).size, begun.length);
});

test('Enter on a quote leads to its phrase, and Esc back to the quote', async (t) => {
  const page = await openReport(t);
  const quote = page.locator('.quote').last();
  const id = await quote.getAttribute('id');

  await quote.press('Enter');
  await page.waitForFunction(() => document.activeElement?.nodeName === 'MARK');
  const begins = await page.evaluate(() => document.activeElement.dataset.begins.split(' '));
  assert.ok(begins.includes(id.slice('q-'.length)));
  await page.keyboard.press('Escape');

  assert.equal(await page.evaluate(() => document.activeElement.id), id);
  assert.ok(await page.getByRole('status').getByRole('button').isVisible());
});

test('Choosing a highlighted phrase names the criterion it counts for', async (t) => {
  const { id, name } = criterionWithQuotes();
  const page = await openReport(t);

  const mark = page.locator(`mark[data-owners="${id}"][tabindex]`).first();
  await mark.focus();
  await mark.press('Enter');

  await page.getByRole('status').getByText(name).waitFor();
  assert.ok(await page.locator(`#c-${id}.criterion-lit`).isVisible());
});

test('What was not said is ranked by its worth', async (t) => {
  const page = await openReport(t);
  const all = page.getByRole('button', { name: /^Show all/ });
  await page.getByRole('heading', { name: 'What you did not say' }).waitFor();
  if (await all.isVisible()) await all.click();

  const shown = await page.locator('.missed li:visible').count();
  const worths = (await page.locator('.missed .small').allInnerTexts()).map((text) =>
    parseInt(text.slice(1), 10),
  );

  assert.equal(shown, report.criteria.flatMap(({ not_said }) => not_said).length);
  assert.deepEqual(
    worths,
    [...worths].sort((a, b) => b - a),
  );
});

test('On paper everything missing is listed, and nothing is a button to press', async (t) => {
  const page = await openReport(t);
  await page.locator('.missed li').first().waitFor();

  await page.emulateMedia({ media: 'print' });

  const missing = report.criteria.flatMap(({ not_said }) => not_said).length;
  assert.equal(await page.locator('.missed li:visible').count(), missing);
  assert.equal(await page.locator('.button:visible, .link:visible').count(), 0);
});

test('Sample answers stay closed until they are asked for', async (t) => {
  const [ask] = report.asks.filter(
    ({ samples, answers }) => samples.length > 0 && answers.length > 0,
  );
  const page = await openReport(t);
  const sample = page.locator('.sample').first();
  await page.getByText('Compare with sample answers').first().waitFor();
  assert.equal(await sample.isVisible(), false);

  await page.getByText('Compare with sample answers').first().click();

  assert.ok(await sample.isVisible());
  assert.ok(ask.samples.some(({ grade }) => grade === 'strong'));
});

test('Both exports can be fetched from their links', async (t) => {
  const page = await openReport(t);

  for (const name of ['Export Markdown', 'Export JSON Lines']) {
    const link = page.getByRole('link', { name });
    const download = page.waitForEvent('download');
    await link.click();
    assert.equal(await (await download).failure(), null);
  }
});

test('Deleting asks first, leads to the history, and is real', async (t) => {
  const doomed = await playedInterview(server);
  const page = await visit(t, browser, server, {
    candidate: doomed.candidate,
    view: `#/report/${doomed.session}`,
  });

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'History' }).waitFor();

  const answer = await doomed.candidate.ask(`/api/v1/sessions/${doomed.session}`);
  assert.equal(answer.status, 404);
});

test('The history filters, and deleting everything leaves it empty', async (t) => {
  const mine = await playedInterview(server);
  const page = await visit(t, browser, server, { candidate: mine.candidate, view: '#/history' });
  await page.locator('.row').waitFor();

  await page.getByLabel('Status').selectOption('open');
  await page.getByText('No interview matches this filter.').waitFor();
  await page.getByLabel('Status').selectOption('over');
  await page.locator('.row').waitFor();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('1 interview deleted').waitFor();
  await page.locator('.row').waitFor({ state: 'detached' });

  assert.equal(await page.locator('.row').count(), 0);
});

test('A printed report shows what is folded on the screen', async (t) => {
  const page = await openReport(t);
  await page.getByText('Compare with sample answers').first().waitFor();
  const folded = () => page.locator('main details:not([open])').count();
  const before = await folded();

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const onPaper = await folded();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));

  assert.ok(before > 0);
  assert.equal(onPaper, 0);
  assert.equal(await folded(), before);
});
