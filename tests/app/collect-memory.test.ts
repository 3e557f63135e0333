/** What a batch's handouts leave behind is given back while it runs: memory must not grow with the roster. */

import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { memoryCollector } from '../../src/app/collect-memory.ts';

it('gives back what handouts left, without waiting for a large heap', async () => {
  const collect = memoryCollector();
  const left = new WeakRef({ sheet: new Uint8Array(1000) });
  expect(left.deref()).toBeDefined();
  // What a weak reference points to lives to the end of the turn that made or asked it.
  await setImmediate();
  for (let made = 0; made < 100; made += 1) collect();
  await setImmediate();
  expect(left.deref()).toBeUndefined();
});
