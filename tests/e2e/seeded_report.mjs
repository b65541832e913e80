// A server and a browser with one interview that is over, to look at its report.

import { openBrowser, visit } from './browser.mjs';
import { playedInterview, reportOf } from './seeded.mjs';
import { startServer } from './server.mjs';

// { server, browser, interview, report, open, close }: `open(t)` shows the report on a desktop's
// page, `close()` ends both.
export async function seededReport() {
  const server = await startServer();
  const browser = await openBrowser();
  const interview = await playedInterview(server);
  const report = await reportOf(interview);
  const open = (t) =>
    visit(t, browser, server, {
      candidate: interview.candidate,
      view: `#/report/${interview.session}`,
      viewport: { width: 1280, height: 900 },
    });
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { server, browser, interview, report, open, close };
}
