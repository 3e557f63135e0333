/** Protects the end of a batch: once its printer is closed, no straggler starts a browser that nobody would end. */

import { expect, it } from 'vitest';
import { sharedPrinter } from '../../src/app/shared-printer.ts';
import { readSettings } from '../../src/settings.ts';
import { browserOf } from '../support/batch-browser.ts';

it('lends nothing any more once it is closed', async () => {
  const printer = sharedPrinter(readSettings({}, process.env), () => undefined);
  await printer.close();
  const lent = await printer.take().catch(() => undefined);
  try {
    expect(lent).toBeUndefined();
    expect(browserOf({ pid: process.pid })).toEqual([]);
  } finally {
    await lent?.close();
  }
});
