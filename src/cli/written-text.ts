/** A flag with a name or a reason -> the text that is written down and read by others, or a command line that can't be obeyed. */

import { isOneLine } from '../domain/one-line.ts';
import { BadUsage } from './bad-usage.ts';

/** Undefined when the flag was left out or holds nothing. */
export function writtenText(flag: string, text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  if (!isOneLine(trimmed))
    throw new BadUsage(
      `${flag} holds a character that can not be printed, such as a line break`,
      'Write it on one line, in plain letters',
    );
  return trimmed;
}
