// Every view of the client, for the tests that look at all of them.

import { beginInterview } from './browser.mjs';

/** Names each view and calls `look(name)` on it. `played` is a finished interview of the visitor. */
export async function lookAtEveryView(page, played, look) {
  const at = async (name, view, ready) => {
    await page.goto(`/${view}`);
    await ready().waitFor();
    await look(name);
  };
  await at('library', '#/', () => page.locator('.card').first());
  await at('history', '#/history', () => page.locator('.row').first());
  await at('report', `#/report/${played.session}`, () => page.locator('.criterion').first());
  await page.locator('mark.mark').first().click();
  await look('report with a chosen phrase');
  await at('replay', `#/replay/${played.session}`, () => page.locator('.controls'));
  await page.keyboard.press('End');
  await look('replay at its end');
  await page.keyboard.press('?');
  await look('shortcut sheet');
  await page.keyboard.press('Escape');
  await at('missing', '#/nowhere', () => page.getByRole('heading', { name: 'Not found' }));
  await at('library again', '#/', () => page.locator('.card').first());
  await page
    .getByRole('link', { name: /^Read the brief:/ })
    .first()
    .click();
  await page.getByText('More options').click();
  await page.locator('.brief details').last().click();
  await look('brief');
  await page.goto('/#/');
  await beginInterview(page, { time: 'Normal' });
  await look('practice');
  await page.getByRole('button', { name: 'End interview' }).click();
  await look('confirmation');
  await page.getByRole('button', { name: 'End and see the report' }).click();
  await page.getByRole('heading', { name: /^Verdict/ }).waitFor();
  const ended = new URL(page.url()).hash.replace('report', 'practice');
  await at('practice at its end', ended, () => page.getByRole('link', { name: 'Read your report' }));
}
