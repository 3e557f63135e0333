/** A text and the clinic's emergency number -> other countries' emergency numbers in it: a patient must never read two. */

/** Numbers that many people know by heart, from the ITU's list of national emergency numbers. */
const known = ['911', '999', '112', '113', '995'];

export function otherNumbers(text: string, right: string): string[] {
  // Digits, commas, hyphens and brackets around it make it part of another number: 1,999 or 0300 999 1234.
  return known.filter(
    (number) =>
      number !== right && new RegExp(`(?<![\\d(.,-])(?<!\\d )${number}(?![).,-]?\\d| \\d)`).test(text),
  );
}
