/** Any text -> a CSS string literal that can't end early, start a rule or close the style element. */

/** Every character but ASCII letters and digits becomes a hex escape; the space after it ends the escape. */
export function cssString(text: string): string {
  const escaped = Array.from(text.replaceAll('\0', ''), (character) =>
    /^[A-Za-z0-9]$/.test(character) ? character : `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
