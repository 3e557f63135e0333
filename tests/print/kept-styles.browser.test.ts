/** Protects patients from each other: a page that serves many sheets holds of each nothing but the fonts and styles that all share. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { divide } from '../../src/print/kept-styles.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { allUnknown, bloodThinner, healthy } from '../support/sample-handout.ts';
import { renderSample } from '../support/shipped-page.ts';
import { fontFace, POLICY_META } from './support/documents.ts';

declare const document: { documentElement: { outerHTML: string }; title: string };

const fonts = ['Atkinson Hyperlegible Next', 'Noto Sans']
  .map((family) => fontFace(`"${family}"`, 'atkinson-hyperlegible-next'))
  .join('');
const sheets = [
  renderSample(bloodThinner, {}, fonts),
  renderSample(allUnknown, { tightSigns: true, split: 104 }, fonts),
  renderSample(healthy, { keyPointsFirst: false }, fonts),
];
const look = () => [document.title, document.documentElement.outerHTML];

/** Without what is of the moment: the date, and numbers that the browser counts on and on. */
function lasting(pdf: Uint8Array): string {
  return Buffer.from(pdf)
    .toString('latin1')
    .replace(/D:\d{14}/g, '')
    .replace(/node\d+/g, 'node');
}

describe('a page that serves several sheets', () => {
  let printer: Printer;
  let fresh: Printer;
  beforeAll(async () => {
    printer = await openPrinter({ env: process.env, documentsPerPage: 100 });
    fresh = await openPrinter({ env: process.env });
  });
  afterAll(() => Promise.all([printer.close(), fresh.close()]));

  it('holds and prints each as if it had been the only one', async () => {
    const [first = ''] = sheets;
    for (const html of [...sheets, first]) {
      expect(divide(html), 'it goes the quick way').toBeDefined();
      const read = (each: Printer) =>
        each.withDocument(async (page) => {
          await page.load(html);
          const held = await page.evaluate(look);
          const { pdf, pages } = await page.pdf();
          return { held, pages, pdf: lasting(pdf) };
        });
      const [reused, alone] = [await read(printer), await read(fresh)];
      expect(reused.held).toEqual(alone.held);
      expect(reused.pages).toBe(alone.pages);
      expect(reused.pdf === alone.pdf, 'the same bytes').toBe(true);
    }
  });

  it('takes language, title, classes and styles of the sheet before away', async () => {
    const page = (attributes: string, title: string, css: string, body: string) =>
      `<!doctype html>\n<html ${attributes}>\n<head>\n${POLICY_META}<style>${fontFace('Body', 'atkinson-hyperlegible-next')} * { font: 16px Body }</style><title>${title}</title><style>${css}</style></head><body ${body}</body></html>`;
    await printer.print(
      page(
        'lang="es" dir="rtl"',
        'Ana',
        'p { break-before: page }',
        'class="a" style="color: red"><p>Ana<p>x',
      ),
    );
    const { pdf, pages } = await printer.print(page('lang="en"', 'Ben', '', '><p>Ben<p>y'));
    expect(pages).toBe(1);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain('/Lang (en)');
    expect(text).toContain('/Title (Ben)');
    expect(text).not.toContain('Ana');
  });

  it('still refuses what a later sheet asks for from outside', async () => {
    const [first = ''] = sheets;
    await printer.print(first);
    for (const way of [
      '<img alt="" src="http://example.invalid/x">',
      '<p style="background: url(b.png)">a</p>',
    ]) {
      await expect(printer.print(first.replace('</main>', `${way}</main>`))).rejects.toMatchObject({
        code: 'asset-refused',
      });
    }
  });
});

describe('divide', () => {
  const start = '<!doctype html><html lang="en"><head>';
  it.each([
    ['a title among what is kept', `${start}<title>Ana</title><style>a</style></head><body></body>`],
    ['no style sheet', `${start}</head><body><p>a</p></body>`],
    ['words before the style sheet', `${start}</head><body><p>Ana</p><style>a</style></body>`],
    ['a picture', `${start}<style>a</style></head><body><img alt=""></body>`],
    [
      'a second policy',
      `${start}<style>a</style><meta http-equiv="refresh" content="0"></head><body></body>`,
    ],
  ])('has a document with %s loaded in the usual way', (_, html) => {
    expect(divide(html)).toBeUndefined();
  });
});
