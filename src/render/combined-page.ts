/** Handouts that were laid out, and how many pages each has -> one HTML document in which each begins on a right-hand page. */

import type { Handout } from '../domain/handout.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import { paperSizeOf } from '../domain/paper-size.ts';
import type { Renderer } from './engine.ts';
import { pageCss } from './page-css.ts';

export interface LaidOut {
  readonly handout: Handout;
  readonly settings: PageSettings;
  /** Printed alone. */
  readonly pages: number;
}

export interface CombinedPage {
  readonly html: string;
  /** With the blank ones. */
  readonly pages: number;
}

/**
 * `break-before: right` is not obeyed by Chromium, and the count of pages can't begin anew: so blank pages are put in
 * from the counts that are known, and each handout writes the numbers of its pages in digits of its own.
 * `fontCss`: for the characters of all of them.
 */
export function combinedPage(
  sheets: readonly LaidOut[],
  renderer: Renderer,
  fontCss: string,
  title: string,
): CombinedPage {
  const rules: string[] = [];
  const bodies: string[] = [];
  let head: string | undefined;
  let page = 1;
  let before: Handout['paper'] | undefined;
  sheets.forEach((sheet, index) => {
    const { handout, settings, pages } = sheet;
    const name = `sheet-${index + 1}`;
    const whole = parts(renderer.render(handout, settings, ''));
    head ??= whole.head.replace(pageCss(handout, settings), '');
    if (page % 2 === 0) {
      // The back of the sheet before it, so of its size.
      bodies.push(`<div class="blank-page" style="page: blank-${before ?? handout.paper}"></div>`);
      page += 1;
    }
    rules.push(sheetCss(sheet, name, page));
    const { language, direction } = handout;
    const flows = settings.sideTwoStartsPage
      ? ''
      : ` data-first-page="${paperSizeOf(handout.paper).liveFirst}"`;
    bodies.push(
      `<div class="${name} ${whole.classes}" lang="${language}" dir="${direction}"${flows}>${whole.inner}</div>`,
    );
    page += pages;
    before = handout.paper;
  });
  const [first] = sheets;
  const papers = [...new Set(sheets.map(({ handout }) => handout.paper))];
  const css = [fontCss, ...papers.map(blankCss), fixedCss, ...rules].join('\n');
  const start = (head ?? '')
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace('</head>', () => `<style>${css}</style>\n</head>`);
  const html = `${start}<body>\n${bodies.join('\n')}\n</body>\n</html>\n`;
  return { html, pages: first === undefined ? 0 : page - 1 };
}

/** The template's own text around them does not count. */
function parts(html: string): { head: string; classes: string; inner: string } {
  const body = /<body([^>]*)>/.exec(html);
  if (body === null) throw new Error('a handout without a body');
  const inside = body.index + body[0].length;
  return {
    head: html.slice(0, body.index),
    classes: /\sclass="([^"]*)"/.exec(body[1] ?? '')?.[1] ?? '',
    inner: html.slice(inside, html.lastIndexOf('</body>')),
  };
}

/** As at the top of a page that was not forced. */
const fixedCss = `.blank-page { block-size: 1mm; }
[data-side="1"] > .from-page-two { margin-block-start: 0; }`;

/**
 * The first page has a name of its own, since it has no running head; what is marked as the beginning of the second has
 * not. Where a block breaks in two after all, page 1 stands on the right, and what goes on from it on the left.
 */
function sheetCss({ handout, settings, pages }: LaidOut, name: string, from: number): string {
  const digits = Array.from({ length: pages }, (_, index) => `"${index + 1}"`).join(' ');
  return `@counter-style ${name}-page { system: fixed ${from}; symbols: ${digits}; }
.${name} { page: ${name}; inline-size: ${paperSizeOf(handout.paper).liveWidth}mm; }
.${name} [data-side="1"] { page: ${name}-first; }
.${name} .from-page-two, .${name} .from-page-two ~ * { page: ${name}; }
${pageCss(handout, settings, {
  root: `.${name}`,
  all: [name, `${name}-first`],
  first: `${name}-first:right`,
  page: `counter(page, ${name}-page)`,
  pages: `"${pages}"`,
})}`;
}

function blankCss(paper: Handout['paper']): string {
  const { width, height } = paperSizeOf(paper);
  return `@page blank-${paper} { size: ${width}mm ${height}mm; margin: 10mm; }`;
}
