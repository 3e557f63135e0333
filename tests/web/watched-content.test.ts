/** Protects what holds from the next click on, and what is not read anew for it: a signature changes no template. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { watchedContent } from '../../src/web/watched-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'watched-content-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a changed letterhead is read, and the templates stay the ones that are known', async () => {
  const clinic = join(folder, 'clinic.yaml');
  const shipped = readFileSync(join('content', 'clinic.yaml'), 'utf8');
  writeFileSync(clinic, shipped);
  const content = watchedContent(readSettings({ clinic }, process.env));
  const first = await content();
  if (!first.ok) throw new Error('the content has mistakes');
  writeFileSync(clinic, `${shipped}\n# another line\n`);
  await expect
    .poll(
      async () => {
        const now = await content();
        return now.ok && now.kit !== first.kit;
      },
      { timeout: 20_000, interval: 200 },
    )
    .toBe(true);
  const second = await content();
  expect(second.ok && second.page).toBe(first.page);
});
