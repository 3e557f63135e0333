/** A row without a handout -> whether its patient may be in danger: refused for safety, or failed with a warning sign in it. */

import type { BatchResult } from '../app/batch-room.ts';

export function needsCare({ state, care }: BatchResult): boolean {
  return state === 'refused' || care === true;
}
