/** Files that hold nothing about anybody -> routes for them: the desk's styles and scripts, its fonts, and pdf.js. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));

const places = (assets: string) => [
  { prefix: '/assets/', root: assets },
  { prefix: '/fonts/atkinson/', root: join(folderOf('@fontsource/atkinson-hyperlegible-next'), 'files') },
  { prefix: '/fonts/noto/', root: join(folderOf('@fontsource/noto-sans'), 'files') },
  { prefix: '/lib/pdfjs/', root: join(folderOf('pdfjs-dist'), 'legacy', 'build') },
];

/** The browser may keep them, but asks each time whether they are still the same. */
export async function addStaticFiles(app: FastifyInstance, assets: string): Promise<void> {
  for (const { prefix, root } of places(assets)) {
    await app.register(statics, {
      prefix,
      root,
      decorateReply: false,
      index: false,
      dotfiles: 'deny',
      cacheControl: false,
      setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
    });
  }
}
