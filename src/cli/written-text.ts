/** A flag with a name or a reason -> the text that is written down and read by others, or a command line that can't be obeyed. */

import { BadUsage } from './bad-usage.ts';

/** What ends a line or turns the direction of the text would make a record, or a page, say something else. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Undefined when the flag was left out or holds nothing. */
export function writtenText(flag: string, text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  if (unprintable.test(trimmed))
    throw new BadUsage(
      `${flag} holds a character that can not be printed, such as a line break`,
      'Write it on one line, in plain letters',
    );
  return trimmed;
}
