/** Nothing -> Puppeteer, loaded when it is first needed, since that takes longer than all else at start-up. */

import { createRequire } from 'node:module';

export type Puppeteer = typeof import('puppeteer');

let loaded: Puppeteer | undefined;

/**
 * The core of `puppeteer`. It loads faster than the outer package, and it does not look for (and run!) a
 * `.puppeteerrc.cjs` in the folder that the person happens to stand in.
 */
export function loadPuppeteer(): Puppeteer {
  loaded ??= requireFromPuppeteer('puppeteer-core') as Puppeteer;
  return loaded;
}

/** Loads a dependency of `puppeteer`, as `puppeteer` itself would find it. */
export function requireFromPuppeteer(name: string): unknown {
  const here = createRequire(import.meta.url);
  return createRequire(here.resolve('puppeteer'))(name);
}
