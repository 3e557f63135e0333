/** Protects the reasons of a refusal in one line: they do not run into each other. */

import { expect, it } from 'vitest';
import { asSentences } from '../../src/domain/joined-lines.ts';

it('ends each line as a sentence, once', () => {
  expect(
    asSentences(['Needs care now:', 'E1: cannot feel it', 'U3: Weight loss', '', 'No sheet was printed.']),
  ).toBe('Needs care now: E1: cannot feel it. U3: Weight loss. No sheet was printed.');
});
