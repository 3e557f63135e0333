/** Protects what is remembered between two runs: nothing of content that changed while it was read, nothing of another program. */

import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadContent } from '../../src/app/kit.ts';
import { programVersion } from '../../src/app/program-version.ts';
import { readSettings } from '../../src/settings.ts';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';

let copy: ContentCopy;
let cache: string;
beforeEach(() => {
  copy = copyContent();
  cache = mkdtempSync(join(tmpdir(), 'handout-kit-'));
});
afterEach(() => {
  copy.remove();
  rmSync(cache, { recursive: true, force: true });
});

async function load(meanwhile: () => void) {
  const settings = readSettings({ content: copy.folder }, { XDG_CACHE_HOME: cache });
  // The key is made at once; the files are read later.
  const loading = loadContent(settings);
  meanwhile();
  const loaded = await loading;
  if (!loaded.ok) throw new Error('the content can not be read');
  return loaded.value.proof;
}

it('content that changes while it is read is not remembered as proved', async () => {
  const { cache: memory } = await load(() => appendFileSync(copy.path('rulebook.yaml'), '# changed\n'));
  expect(memory).toBeUndefined();
});

it('content that stays the same is', async () => {
  expect((await load(() => undefined)).cache).toContain(cache);
});

it('a file of the program, its Node and its tables of letters are all in the key', () => {
  const here = (node: string, icu: string) => programVersion(cache, { node, icu });
  const keys = [here('20.19.0', '76'), here('22.1.0', '76'), here('20.19.0', '77')];
  writeFileSync(join(cache, 'new.js'), '');
  keys.push(here('20.19.0', '76'));
  expect(new Set(keys).size).toBe(keys.length);
});
