/** A name or a reason -> whether it is one line of plain letters, as a record and a page must show it. */

/** What ends a line or turns the direction of the text would make a record, or a page, say something else. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

export function isOneLine(text: string): boolean {
  return !unprintable.test(text);
}
