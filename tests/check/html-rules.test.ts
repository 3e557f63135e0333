/** Protects the tagged PDF: each of these would make it fail PDF/UA, lose text, or fetch something. */

import { describe, expect, it } from 'vitest';
import { lintHtml } from '../../src/check/html-rules.ts';

function page(body: string, head = '<title>Low back pain</title>', html = '<html lang="en">'): string {
  return `<!doctype html>\n${html}<head>${head}</head><body><h1>Low back pain</h1>\n${body}</body></html>`;
}

function codes(html: string): string[] {
  return lintHtml(html, 'page.html').map(({ code }) => code);
}

const GOOD = `<h2>Move</h2><p>Walk &amp; rest, <em lang="es">poco a poco</em>.</p>
<figure role="group"><svg role="img" aria-label="A person walks"><g><path d="M0 0"/><svg></svg></g></svg><figcaption>Walk</figcaption></figure>
<svg aria-hidden="true"><use href="#i"/></svg><img alt="" src="data:image/png;base64,AA==">
<table><tr><th scope="col">Day</th></tr></table><h3>More</h3><h2>Call</h2>
<p><a href="https://example.org">More</a> <a href="tel:+15550100">555 0100</a> <span role="group" lang="es">hola</span></p>`;

describe('html rules', () => {
  it('accepts a page written by the rules', () => {
    const style = '<style>@font-face { src: url("data:font/woff2;base64,AA==") }</style>';
    expect(lintHtml(page(GOOD, `<title>T</title>${style}`), 'page.html')).toEqual([]);
  });

  it.each([
    ['no lang', page('', '<title>T</title>', '<html>'), 'page-language'],
    ['no title', page('', '<title> </title>'), 'page-title'],
    [
      'the title of a drawing is not that of the page',
      page('<svg aria-hidden="true"><title>x</title></svg>', ''),
      'page-title',
    ],
    ['no h1', '<!doctype html><html lang="en"><title>T</title><p>x', 'one-main-heading'],
    ['two h1', page('<h1>x</h1>'), 'one-main-heading'],
    ['a skipped level', page('<h3>x</h3>'), 'skipped-heading'],
    ['img without alt', page('<img src="data:,">'), 'image-without-alt'],
    ['svg without anything', page('<svg></svg>'), 'drawing-without-label'],
    ['svg with role only', page('<svg role="img"></svg>'), 'drawing-without-label'],
    ['figure without role', page('<figure></figure>'), 'figure-role'],
    ['th without scope', page('<table><tr><th>x</th></tr></table>'), 'header-scope'],
    ['table in table', page('<table><tr><td><table></table></td></tr></table>'), 'nested-table'],
    ['span lang', page('<span lang="es">x</span>'), 'lost-language'],
    ['dl', page('<dl></dl>'), 'forbidden-element'],
    ['math', page('<math></math>'), 'forbidden-element'],
    ['script', page('<script></script>'), 'forbidden-element'],
    ['iframe', page('<iframe></iframe>'), 'forbidden-element'],
    ['object', page('<object></object>'), 'forbidden-element'],
    ['event handler', page('<p onclick="x">x</p>'), 'event-handler'],
    ['style with url', page('<p style="background: url(data:,)">x</p>'), 'outside-address'],
    ['hidden text', page('<p class="note sr-only">x</p>'), 'hidden-text'],
    ['http image', page('<img alt="" src="http://x/y.png">'), 'outside-address'],
    ['file image', page('<img alt="" src="file:///y.png">'), 'outside-address'],
    ['protocol-relative image', page('<img alt="" src="//x/y.png">'), 'outside-address'],
    [
      'stylesheet link',
      page('', '<title>T</title><link rel="stylesheet" href="https://x/y.css">'),
      'outside-address',
    ],
    ['unsafe link', page('<a href="javascript:x">x</a>'), 'outside-address'],
    [
      'svg use from outside',
      page('<svg aria-hidden="true"><use xlink:href="http://x#i"/></svg>'),
      'outside-address',
    ],
    [
      'url in a style sheet',
      page('', '<title>T</title><style>p { background: url(http://x) }</style>'),
      'outside-address',
    ],
    ['duplicate id', page('<p id="a">x</p><p id="a">y</p>'), 'duplicate-id'],
    ['duplicate attribute', page('<p id="a" id="b">x</p>'), 'malformed-html'],
    ['no doctype', page('').replace('<!doctype html>', ''), 'malformed-html'],
  ])('%s', (_, html, code) => {
    expect(codes(html)).toEqual([code]);
  });

  it('gives the place, and never the text of the page', () => {
    const [found] = lintHtml(page('<p>x</p><figure title="Ana Doe"></figure>'), 'page.html');
    expect(found).toMatchObject({ file: 'page.html', line: 3, column: 9 });
    expect(JSON.stringify(found)).not.toContain('Ana');
  });

  it('is not fooled by comments, text and attribute values that look like elements', () => {
    expect(codes(page('<!-- <dl> --><p title="<script>">&lt;script&gt;</p>'))).toEqual([]);
  });
});
