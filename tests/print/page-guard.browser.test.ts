import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { htmlOf, POLICY_META } from './support/documents.ts';

declare const document: { title: string };

const DAMAGED = 'data:image/png;base64,AAAA';

describe('the guarded page', () => {
  let printer: Printer;
  let server: Server;
  let hits = 0;
  let origin = '';
  beforeAll(async () => {
    server = createServer((_, response) => {
      hits += 1;
      response.end('x');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    printer = await openPrinter({ env: process.env });
  });
  afterAll(async () => {
    await printer.close();
    server.close();
  });

  const cases: [string, string, string, RegExp][] = [
    ['a picture on the network', '<img alt="" src="http://example.invalid/x.png">', '', /a picture/],
    ['a file of this computer', '<img alt="" src="file:///etc/passwd">', '', /a picture/],
    ['an embedded file', '<object data="file:///etc/passwd"></object>', '', /object/],
    ['a picture beside the template', '<img alt="" src="pictures/back.png">', '', /a picture/],
    ['a background', '<p>a</p>', 'p { background: url(http://example.invalid/b.png) }', /a picture/],
    ['a relative background', '<p>a</p>', 'p { background: url("b.png") }', /style sheet/],
    ['a style sheet', '<link rel="stylesheet" href="http://example.invalid/a.css">', '', /a style sheet/],
    ['an imported style sheet', '<p>a</p>', '@import "http://example.invalid/a.css";', /style sheet/],
    [
      'a font',
      '<p>a</p>',
      '@font-face{font-family:Q;src:url(http://example.invalid/q)} p{font-family:Q}',
      /a font/,
    ],
    ['a frame', '<iframe src="http://example.invalid/"></iframe>', '', /frame|page/],
    [
      'a jump to another page',
      '<meta http-equiv="refresh" content="0;url=http://example.invalid/">',
      '',
      /page/,
    ],
    [
      'a picture inside a drawing',
      '<svg><image href="http://example.invalid/i.png"/></svg>',
      '',
      /a picture/,
    ],
    [
      'a picture for print only',
      '<p>a</p>',
      '@page{@top-left{content:url(http://example.invalid/m)}}',
      /style sheet/,
    ],
    ['a picture with damaged data', `<img alt="" src="${DAMAGED}">`, '', /damaged/],
  ];
  it.each(cases)('refuses %s, whether or not the document has a policy', async (_, body, css, message) => {
    for (const head of [POLICY_META, '']) {
      const refusal = await printer.print(htmlOf(body, css, head)).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'asset-refused', message: expect.stringMatching(message) });
      expect(String(refusal)).not.toMatch(/example\.invalid|passwd/);
    }
  });

  it('runs no script, and no dialog holds it up', async () => {
    const body = '<script>document.title = "ran"; alert(1)</script><p onclick="1">a</p>';
    expect(await printer.measure(htmlOf(body, '', ''), () => document.title, undefined)).toBe('Test');
  });

  it('lets nothing out to a server on this machine', async () => {
    const body = `<link rel="prefetch" href="${origin}/a"><link rel="preconnect" href="${origin}">
      <img alt="" src="${origin}/b"><iframe src="${origin}/c"></iframe><video src="${origin}/d"></video>
      <script>new WebSocket("${origin.replace('http', 'ws')}"); fetch("${origin}/e")</script>
      <iframe srcdoc="<img src='${origin}/f'>"></iframe><a ping="${origin}/g" href="#">x</a>`;
    await expect(printer.print(htmlOf(body, '', ''))).rejects.toMatchObject({ code: 'asset-refused' });
    expect(hits).toBe(0);
  });
});
