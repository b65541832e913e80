// What the report teaches, in a real browser: the smallest change, the other levels, the receipt of
// each criterion, and corrections where they belong.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { seededReport } from './seeded_report.mjs';

let seeded;
let report;

before(async () => {
  seeded = await seededReport();
  report = seeded.report;
});

after(() => seeded.close());

const openReport = (t) => seeded.open(t);

const section = (page, name) => page.getByRole('region', { name });

test('What would lift the verdict stands before the criteria, thing by thing', async (t) => {
  assert.notEqual(report.lift, null);
  const page = await openReport(t);

  const text = await section(page, 'What would lift it').innerText();

  assert.ok(text.includes(report.lift.words));
  for (const { name, advice } of report.lift.say) {
    assert.ok(text.includes(name), name);
    assert.ok(text.includes(advice), advice);
  }
  const [lift, criteria] = await page
    .locator('#lift, #criteria')
    .evaluateAll((found) => found.map(({ id }) => id));
  assert.deepEqual([lift, criteria], ['lift', 'criteria']);
  assert.deepEqual(page.problems, []);
});

test('Every level has a row with its verdict and what holds it', async (t) => {
  const page = await openReport(t);

  const rows = section(page, 'The same answers at other levels').getByRole('row');
  await rows.first().waitFor();
  const texts = await rows.allInnerTexts();

  assert.equal(texts.length, 1 + 5);
  report.levels.forEach(({ level, verdict, stopped_by: stop }, index) => {
    for (const part of [level, verdict.name, stop?.name ?? '']) {
      assert.ok(texts[index + 1].includes(part), `${part} in ${texts[index + 1]}`);
    }
  });
  const own = section(page, 'The same answers at other levels').locator('[aria-current="true"]');
  assert.ok((await own.innerText()).startsWith(report.level));
});

test('The verdict at the own level is the verdict', () => {
  const own = report.levels.find(({ level }) => level === report.level);

  assert.equal(own.verdict.id, report.verdict.id);
});

test('A receipt opens on demand and adds up to the coverage', async (t) => {
  const criterion = report.criteria.find(({ quotes }) => quotes.length > 0);
  const page = await openReport(t);
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: criterion.name }) });
  await card.getByText('Receipt').waitFor();
  const receipt = card.locator('details', { hasText: 'Receipt' });
  assert.equal(await receipt.getByRole('list').isVisible(), false);

  await card.getByText('Receipt').click();

  assert.equal(await receipt.getByRole('listitem').count(), criterion.quotes.length);
  const text = await receipt.innerText();
  for (const { rule } of criterion.quotes) assert.ok(text.includes(rule), rule);
  for (const { quotes, k, coverage_pm: coverage } of report.criteria) {
    const sum = quotes.reduce((all, { counts_pm: counts }) => all + counts, 0);
    assert.equal(Math.floor((sum + Math.floor(k / 2)) / k), coverage);
  }
});

test('What did not count is grey, with the reason, and with what to do below the answer', async (t) => {
  assert.ok(report.masked.some(({ reason }) => reason === 'list'));
  const page = await openReport(t);
  await page.locator('.entries').waitFor();

  const grey = await page.locator('.masked').count();
  const log = await page.locator('.packet-side').innerText();

  assert.ok(grey >= report.masked.length);
  for (const { why } of report.masked) assert.ok(log.includes(why), why);
  for (const { text } of report.notes) assert.ok(log.includes(text), text);
});

test('A red flag has its correction below the answer in which it was heard', async (t) => {
  const page = await openReport(t);
  const corrected = report.flags.filter(({ correction }) => correction !== null);
  await page.locator('.entries').waitFor();

  const shown = await page.locator('.correction').allInnerTexts();

  const heard = corrected.flatMap(({ quotes }) => [...new Set(quotes.map(({ seq }) => seq))]);
  assert.equal(shown.length, heard.length);
});
