/** The handout and its page settings -> the @page rules: paper, margins, running head and foot. */

import type { Handout } from '../domain/handout.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import { paperSizeOf } from '../domain/paper-size.ts';
import { cssString } from './css-string.ts';

// Margin boxes do not see the custom properties of the document.
const FONT = '"Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Math", "Noto Sans Symbols 2"';
const INK = '#1c2c35';
const TEAL = '#0e5a63';

/** Between the parts of the running head and of the foot. */
const DOT = ' \u00b7 ';

/** Which pages are the handout's, and what their number is called there. */
export interface PageScope {
  readonly root: string;
  /** Page selectors. Chromium knows no lists of them. */
  readonly all: readonly string[];
  readonly first: string;
  /** CSS for the number of a page, and for how many there are. */
  readonly page: string;
  readonly pages: string;
}

const alone: PageScope = {
  root: ':root',
  all: [''],
  first: ':first',
  page: 'counter(page)',
  pages: 'counter(pages)',
};

export function pageCss(handout: Handout, settings: PageSettings, scope: PageScope = alone): string {
  const { width, height, margins, liveLater } = paperSizeOf(handout.paper);
  const { side, topFirst, topLater, bottom } = margins;
  // Margin boxes do not turn round with the text: start and end are swapped by hand.
  const [start, end] = handout.direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const name = handout.madeFor.name;
  const whose = name === undefined ? handout.date : `${shortened(name)}${DOT}${handout.date}`;
  const common = `font-family: ${FONT}; font-size: 12pt; line-height: 15pt; direction: ${handout.direction};`;
  const plain = `${common} font-weight: 400; color: ${INK};`;
  const every = `{
  size: ${width}mm ${height}mm;
  margin: ${topLater}mm ${side}mm ${bottom}mm;
  @top-${start} { content: ${cssString(handout.title)}; ${common} font-weight: 700; color: ${TEAL}; ${topBox(start)} }
  @top-${end} { content: ${cssString(whose)}; ${plain} ${topBox(end)} }
  @bottom-${start} { content: ${cssString(handout.reviewState)}; ${plain} ${footBox(start)} }
  @bottom-${end} { content: ${cssString(`${handout.labels.version} ${handout.version}${DOT}${handout.contentId}${DOT}`)} ${pageOf(handout.labels.page_of, scope)}; ${plain} ${footBox(end)} }
}`;
  return `${scope.root} {
  --split: ${settings.split}mm;
  --live-later: ${liveLater}mm;
}
${scope.all.map((selector) => `@page ${selector} ${every}`).join('\n')}
@page ${scope.first} {
  margin-top: ${topFirst}mm;
  @top-left { content: none; }
  @top-right { content: none; }
}
`;
}

/** More letters than this would run off the paper in the running head. */
const LONGEST_NAME = 40;

function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= LONGEST_NAME
    ? name
    : `${letters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}\u2026`;
}

function topBox(side: string | undefined): string {
  return `text-align: ${side}; vertical-align: bottom; padding-bottom: 4mm;`;
}

function footBox(side: string | undefined): string {
  return `text-align: ${side}; vertical-align: top; padding-top: 2.5mm; border-top: 0.75pt solid ${TEAL}; white-space: nowrap;`;
}

/** "Page {page} of {pages}" with the counters in the places of the braces. */
function pageOf(label: string, { page, pages }: PageScope): string {
  return label
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{page}') return page;
      return part === '{pages}' ? pages : cssString(part);
    })
    .join(' ');
}
