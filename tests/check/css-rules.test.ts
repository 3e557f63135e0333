/** Protects the printed page: styles that paint twice, text that only the eye gets, fonts of the machine, fetches. */

import { describe, expect, it } from 'vitest';
import { lintCss } from '../../src/check/css-rules.ts';

const FAMILIES = ['Atkinson Hyperlegible Next', 'Noto Sans'];
const PAGE = '@page { size: A4; }\n';

function brief(css: string, first = PAGE): string[] {
  return lintCss([{ name: 'page.css', text: first + css }], FAMILIES).map(
    ({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`,
  );
}

describe('css rules', () => {
  it('accepts sheets written by the rules', () => {
    const css = `
      /* url(http://x); opacity: 0.5; } */
      :root { --stack: "Atkinson Hyperlegible Next", 'Noto Sans'; --tone: #123456; }
      @page { margin: 15mm; @bottom-center { content: "Page " counter(page) " of " counter(pages); } }
      @page :first { @top-left { content: none } }
      @font-face { font-family: "Noto Sans"; src: url(data:font/woff2;base64,AA==) format("woff2") }
      body { font-family: var(--stack); background: url("data:image/svg+xml;utf8,<svg>;{}</svg>") }
      button { font: inherit; opacity: 1; position: relative; clip-path: none }
      @media print { p::before { content: ''; } a:hover { color: red } }
      .quote\\:x[title="}"] { box-shadow: 0 0 1px black }`;
    expect(
      lintCss(
        [
          { name: 'a.css', text: css },
          { name: 'b.css', text: PAGE },
        ],
        FAMILIES,
      ),
    ).toEqual([]);
  });

  it.each([
    ['p { color: red;\n  clip-path: circle() }', '3:3 error forbidden-property'],
    [
      'p { -webkit-mask-image: none; -webkit-mask: linear-gradient(red, blue) }',
      '2:31 error forbidden-property',
    ],
    ['p { mix-blend-mode: multiply }', '2:5 error forbidden-property'],
    ['p { POSITION: Fixed !important }', '2:5 error forbidden-property'],
    ['p { filter: blur(1px) }', '2:5 error forbidden-property'],
    ['p { opacity: .5 }', '2:5 warning forbidden-property'],
    ['p { font: 12pt Arial }', '2:5 error forbidden-property'],
    ['@import "x.css";', '2:1 error css-import'],
    ['p { background: url(http://x/y.png) }', '2:5 error outside-address'],
    ['p { background: image-set("y.png" 1x) }', '2:5 error outside-address'],
    ['p::before { content: "Warning" }', '2:13 error text-in-css'],
    ['p::before { content: counter(n) }', '2:13 error text-in-css'],
    ['p::before { content: open-quote }', '2:13 error text-in-css'],
    ['@page { @top-left { content: string(title) } }', '2:21 error text-in-css'],
    ['p { font-family: Arial }', '2:5 error foreign-font'],
    ['p { font-family: "Noto Sans", sans-serif }', '2:5 error foreign-font'],
    ['p { --f: Arial }\nq { font-family: var(--f) }', '3:5 error foreign-font'],
    ['p { color: red', 'undefined:undefined error css-syntax'],
    ['p { color: red } }', 'undefined:undefined error css-syntax'],
  ])('%s', (css, expected) => {
    expect(brief(css)).toEqual([expected]);
  });

  it('reads fonts of several megabytes inside the sheet', () => {
    const bytes = 'A'.repeat(8_000_000);
    expect(brief(`@font-face { src: url("data:font/woff2;base64,${bytes}") }\np { opacity: 0 }`)).toEqual([
      '3:5 warning forbidden-property',
    ]);
  });

  it('wants the size on the plain @page: the first page alone is not enough', () => {
    expect(brief('@page :first { size: A4 }', '')).toEqual(['undefined:undefined error page-size']);
  });
});
