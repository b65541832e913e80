// A real browser for the tests: Chromium, one context a visitor, problems on the page collected.

import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))(
  'playwright-core',
);

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });

/**
 * A page of a new visitor who lands on `server`. With `candidate` the visitor holds that cookie.
 * `page.problems` collects script errors and violations of the content security policy.
 */
export async function visit(t, browser, server, { candidate, view = '#/', ...options } = {}) {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  t.after(() => context.close());
  if (candidate) {
    const [name, value] = candidate.cookie.split('=');
    await context.addCookies([
      { name, value, url: server.url, httpOnly: true, sameSite: 'Strict' },
    ]);
  }
  return land(context, view);
}

/** Another page of the same visitor. */
export async function land(context, view) {
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML/.test(message.text()))
      page.problems.push(message.text());
  });
  await page.goto(`/${view}`);
  return page;
}

export const answerBox = (page) => page.getByLabel('Your answer');

/** From the library into the first interview, until its first question waits. */
export async function beginInterview(page, { time = 'Off' } = {}) {
  await page
    .getByRole('link', { name: /^Read the brief:/ })
    .first()
    .click();
  await page.getByLabel(time, { exact: true }).check();
  await page.getByRole('button', { name: 'Start the interview' }).click();
  await answerBox(page).waitFor();
}

/** Types an answer, sends it with Enter and waits until it is confirmed. */
export async function give(page, text) {
  const before = await page.locator('.mine:not(.unsent)').count();
  await answerBox(page).fill(text);
  await answerBox(page).press('Enter');
  await page.locator('.mine:not(.unsent)').nth(before).waitFor();
}

export const sessionOn = (page) => new URL(page.url()).hash.split('/').at(-1);

/** The JSON at a path of the API, asked by the page itself, with its cookie. */
export const fetchOn = (page, path) =>
  page.evaluate(async (url) => (await fetch(url)).json(), `/api/v1${path}`);
