/** Protects the page's style element: a patient's name in the running head can't end a string, a rule or the element. */

import { describe, expect, it } from 'vitest';
import { cssString } from '../../src/render/css-string.ts';

describe('cssString', () => {
  it.each([
    '</style><script>',
    'a"; } body { display: none',
    "it's",
    'two\nlines',
    'back\\slash',
    'a\u0000b',
  ])('leaves only letters, digits and escapes of %j', (text) => {
    expect(cssString(text)).toMatch(/^"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"$/);
  });

  it('keeps the text: each escape is the code point of its character', () => {
    const decode = (css: string) =>
      css
        .slice(1, -1)
        .replace(/\\([0-9a-f]+) /g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
    for (const text of ["Dana O'Neil · Nov 23, 2026", 'Zoë 山田', '1a "b" \\c'])
      expect(decode(cssString(text))).toBe(text);
  });
});
