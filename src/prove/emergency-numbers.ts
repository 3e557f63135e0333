/** A text and the clinic's emergency number -> other countries' emergency numbers in it: a patient must never read two. */

/** Numbers that many people know by heart, from the ITU's list of national emergency numbers. */
const known = ['911', '999', '112', '000', '113', '995'];

export function otherNumbers(text: string, right: string): string[] {
  // A phone number is no emergency number: digits, hyphens and brackets around it belong to it.
  return known.filter(
    (number) => number !== right && new RegExp(`(?<![\\d(.-])${number}(?![\\d).-]\\d|\\d)`).test(text),
  );
}
