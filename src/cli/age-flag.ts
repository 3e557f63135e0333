/** `12h`, `30d`, `6w` -> milliseconds, or what is wrong with it. */

import { BadUsage } from './bad-usage.ts';

const hour = 3_600_000;
const units: Readonly<Record<string, number>> = { h: hour, d: 24 * hour, w: 7 * 24 * hour };

export function readAge(text: string, flag: string): number {
  const [, digits, letter] = /^(\d{1,5}) *([a-z]+)$/i.exec(text.trim()) ?? [];
  const unit = units[letter?.toLowerCase() ?? ''];
  const hint = `Write 12h for hours, 30d for days or 6w for weeks: ${flag} 30d`;
  if (digits === undefined || unit === undefined)
    throw new BadUsage(`${flag} is a number with h, d or w behind it, not \`${text}\``, hint);
  if (Number(digits) === 0) throw new BadUsage(`${flag} ${text} would mean everything`, hint);
  return Number(digits) * unit;
}
