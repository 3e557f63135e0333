/** Protects that the desk can be mirrored: its styles know start and end, never left and right. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const assets = fileURLToPath(new URL('../../templates/desk/assets', import.meta.url));
const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right|float|border-(?:top|bottom)-(?:left|right)-radius)\s*:|text-align:\s*(?:left|right)/gm;

it.each(readdirSync(assets).filter((name) => name.endsWith('.css')))('%s', (name) => {
  expect(readFileSync(join(assets, name), 'utf8').match(physical) ?? []).toEqual([]);
});
