/** Rows -> the final HTML of each handout, as it was printed, and how long tailoring and rendering take. */

import { batchRows } from '../dist/app/batch-jobs.js';
import { readClock } from '../dist/app/clock.js';
import { loadContent, loadPageKit } from '../dist/app/kit.js';
import { makeHandout } from '../dist/app/make.js';
import { rendererFor, renderPage } from '../dist/app/render-page.js';
import { settleProfile } from '../dist/app/settle-profile.js';
import { DEFAULT_PAGE_SETTINGS } from '../dist/domain/page-settings.js';
import { openPrinter } from '../dist/print/printer.js';
import { readSettings } from '../dist/settings.js';
import { tailor } from '../dist/tailor/tailor.js';

export async function finalHtml(roster, count, options) {
  const settings = readSettings(options, process.env);
  const loaded = await loadContent(settings);
  const page = loadPageKit(settings);
  const rows = await batchRows([roster], loaded.value.content, settings, {});
  const clock = readClock();
  const sandbox = options.noSandbox ? { sandbox: 'off' } : {};
  const printer = await openPrinter({ env: process.env, documentsPerPage: 300, ...sandbox });
  const sheets = [];
  let html = '';
  /** Stands between and sees what is printed. */
  const spy = {
    withDocument: (use) =>
      printer.withDocument((document) =>
        use({
          ...document,
          load: (next) => {
            html = next;
            return document.load(next);
          },
        }),
      ),
  };
  const spent = [];
  for await (const row of rows.value) {
    if (!row.ok) continue;
    const settled = settleProfile(row.job.profile, row.job.place, loaded.value.content, {}, clock.today);
    const common = { ...settled.value, paper: loaded.value.content.clinic.paper, notesConfirmed: false };
    const { content, drawings } = loaded.value;
    const start = performance.now();
    const sheet = tailor({ ...common, content, drawings, omit: new Set(), canPrint: page.canPrint });
    if (sheet.kind === 'handout') renderPage(rendererFor(page), sheet.handout, DEFAULT_PAGE_SETTINGS, page);
    spent.push(performance.now() - start);
    const lender = { take: async () => spy, release: async () => undefined };
    const made = await makeHandout({
      ...common,
      content: loaded.value,
      page,
      as: 'pdf',
      clock,
      printer: lender,
    });
    if (made.kind === 'made') sheets.push(html);
    if (sheets.length >= count) break;
  }
  await printer.close();
  spent.sort((a, b) => a - b);
  return { sheets, tailorAndRender: spent[Math.floor(spent.length / 2)] };
}
