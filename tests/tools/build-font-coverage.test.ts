/** Protects the committed catalogue: what it says the fonts draw is what the installed fonts draw. */

import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('templates/fonts.json is up to date with the installed font packages', () => {
  const check = () => execFileSync(process.execPath, ['tools/build-font-coverage.mjs', '--check']);
  expect(check).not.toThrow();
});
