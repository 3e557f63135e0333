import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/print/browser-cache.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { fontFace, htmlOf } from './support/documents.ts';
import { processesWith } from './support/processes.ts';

/** What the probes below see inside the page. */
declare const document: {
  title: string;
  querySelector(selector: string): { getBoundingClientRect(): { width: number } } | null;
};

const env = process.env;

describe('printing', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await openPrinter({ env, allowedFonts: ['AtkinsonHyperlegibleNext', 'NotoSans'] });
  });
  afterAll(() => printer.close());

  it('gives a tagged PDF with language and bookmarks, and the right count of pages', async () => {
    const body = '<h1>One</h1><p>a</p><h2 style="break-before:page">Two</h2><p>b</p>';
    const { pdf, pages, fonts } = await printer.print(htmlOf(body));
    const text = Buffer.from(pdf).toString('latin1');
    expect(pages).toBe(2);
    expect(fonts).toEqual(['AtkinsonHyperlegibleNext-Regular']);
    for (const key of ['/StructTreeRoot', '/Lang (en)', '/Outlines', '/Title (Test)'])
      expect(text).toContain(key);
    expect(text, 'the size of the paper is the one of the style sheet').toMatch(
      /MediaBox \[0 0 59[45][.\d]* 84[12]/,
    );
  });

  it('measures in print media, at the width of the paper, and prints what it measured', async () => {
    const html = htmlOf('<h1>A</h1>', '@media print { h1 { width: 50vw } }');
    const viewport = { width: 600, height: 800 };
    const [width, pages] = await printer.withDocument(
      async (page) => {
        await page.load(html);
        const probe = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().width;
        const before = await page.evaluate(probe, 'h1');
        await page.load(htmlOf('<p>B</p><p style="break-before:page">C</p>'));
        return [before, (await page.pdf()).pages] as const;
      },
      { viewport },
    );
    expect([width, pages]).toEqual([300, 2]);
  });

  it('loads a font that only a page margin uses', async () => {
    const margin = '@page { @top-left { content: "Clinic"; font-family: Margin } }';
    const { fonts } = await printer.print(htmlOf('<p>a</p>', fontFace('Margin', 'noto-sans') + margin));
    expect(fonts).toEqual(['AtkinsonHyperlegibleNext-Regular', 'NotoSans-Regular']);
  });

  it.each([
    ['a character outside the fonts, drawn by a font of the system', '<p>5 \u2265 4</p>', /OpenSans/],
    [
      'a character in no font at all, which would be an empty box',
      '<p>5\u20112 \u4e2d</p>',
      /2 characters.*\(U\+2011, U\+4E2D\)/,
    ],
  ])('refuses %s', async (_, body, message) => {
    await expect(printer.print(htmlOf(body))).rejects.toMatchObject({
      code: 'font-fallback',
      message: expect.stringMatching(message),
    });
  });

  it('refuses a damaged font', async () => {
    const css =
      '@font-face { font-family: Bad; src: url(data:font/woff2;base64,AAAA) } p { font-family: Bad }';
    await expect(printer.print(htmlOf('<p>a</p>', css))).rejects.toMatchObject({ code: 'font-fallback' });
  });

  it('goes on after a document was refused', async () => {
    await expect(printer.print(htmlOf('<img alt="" src="http://example.invalid/x.png">'))).rejects.toThrow();
    expect((await printer.print(htmlOf('<p>a</p>'))).pages).toBe(1);
  });

  it('what our own code throws keeps its words, in the page and beside it, and is not tried again', async () => {
    const bug = printer.withDocument(async (page) => {
      await page.load(htmlOf('<p>a</p>'));
      throw new Error('side one was not measured');
    });
    await expect(bug).rejects.toThrow(/^side one was not measured$/);
    const probe = () =>
      (document.querySelector('h6') as unknown as { title: { length: number } }).title.length;
    await expect(printer.measure(htmlOf('<p>a</p>'), probe, undefined)).rejects.toThrow(/null/);
    expect((await printer.print(htmlOf('<p>a</p>'))).pages).toBe(1);
  });

  it('runs several documents at once without mixing them', async () => {
    const counts = [1, 2, 3, 4];
    const paged = (count: number) =>
      htmlOf(`${'<p style="break-after:page">a</p>'.repeat(count - 1)}<p>a</p>`);
    const printed = await Promise.all(counts.map((count) => printer.print(paged(count))));
    expect(printed.map(({ pages }) => pages)).toEqual(counts);
  });

  it('keeps nothing of a document for the next one when pages are reused', async () => {
    const batch = await openPrinter({ env, documentsPerPage: 3 });
    try {
      const first = await batch.print(htmlOf('<h1>First</h1><table><tr><th>a<td>b</table>'));
      await batch.print(htmlOf('<h1>Second</h1>', 'h1 { break-before: page; color: red }'));
      const again = await batch.print(htmlOf('<h1>First</h1><table><tr><th>a<td>b</table>'));
      expect(again.pages).toBe(first.pages);
      expect(again.pdf.length).toBe(first.pdf.length);
    } finally {
      await batch.close();
    }
  });
});

describe('a closed printer', () => {
  it('leaves neither a process nor a profile', async () => {
    const profiles = () => readdirSync(cacheFolder(env)).filter((name) => name.includes(`-${process.pid}-`));
    const printer = await openPrinter({ env });
    const [profile] = profiles();
    expect(profile).toBeDefined();
    expect(processesWith(profile ?? '').length).toBeGreaterThan(0);
    await printer.close();
    expect(profiles()).toEqual([]);
    expect(processesWith(profile ?? '')).toEqual([]);
    await printer.close();
  });
});
