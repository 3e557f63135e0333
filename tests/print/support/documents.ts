/** A body -> a document as the renderer makes it: policy first, fonts built in. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

export const POLICY_META = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;

/** A face of the regular weight, Latin letters only. */
export function fontFace(family: string, name: string): string {
  const path = createRequire(import.meta.url).resolve(
    `@fontsource/${name}/files/${name}-latin-400-normal.woff2`,
  );
  const data = readFileSync(path).toString('base64');
  return `@font-face { font-family: ${family}; src: url(data:font/woff2;base64,${data}) format("woff2") }`;
}

export function htmlOf(body: string, css = '', head = POLICY_META): string {
  const style = `${fontFace('Body', 'atkinson-hyperlegible-next')} @page { size: A4 } body, h1, h2 { font: 16px Body } ${css}`;
  return `<!doctype html><html lang="en"><head>${head}<title>Test</title><style>${style}</style></head><body>${body}</body></html>`;
}
