/** What a printer says of its state -> the one trouble that a person must see to first, if there is one. */

import type { PrinterTrouble, TroubleCode } from '../domain/printer-trouble.ts';
import type { PrinterFacts } from '../ipp/printer-facts.ts';

/** The first that holds is told: while the cover is open, the jam is not to be seen, and paper does not help. */
const ranks: readonly (readonly [TroubleCode, RegExp])[] = [
  ['offline', /^(shutdown|offline|timed-out)$/],
  ['cover-open', /^(cover|door|interlock)-open$/],
  ['jam', /^media-jam$/],
  ['paper-out', /^(media-empty|input-tray-missing)$/],
  ['wrong-paper', /^media-needed$/],
  ['toner', /^(toner|marker-supply|marker-ink|marker-toner)-(empty|missing)$/],
  ['tray-full', /^(output-area-full|output-tray-missing|marker-waste-full)$/],
  ['stopped', /^(paused|moving-to-paused)$/],
];

/** A CUPS queue whose printer is off says it nowhere else. */
const unreachable = /may not exist|unavailable at this time|not responding|unreachable|not connected/i;

export interface AtWork {
  /** The job stands still, so a mere warning may be what holds it. */
  readonly halted: boolean;
  /** What the printer told before the job came, such as an empty tray that it does not need. */
  readonly before: readonly string[];
  readonly paper: string;
}

/** `atWork`: a job of ours is being printed. */
export function troubleOf(facts: PrinterFacts, atWork?: AtWork): PrinterTrouble | undefined {
  const standing = atWork?.halted === true || facts.condition === 'stopped';
  const paper = atWork?.paper;
  if (atWork !== undefined && unreachable.test(facts.message ?? '')) return { code: 'offline' };
  const counted = facts.reasons.flatMap((reason) => {
    const [, word = reason, weight = 'error'] = /^(.*?)(?:-(error|warning|report))?$/.exec(reason) ?? [];
    const fresh = weight === 'warning' && atWork?.before.includes(reason) === false;
    const counts = weight === 'error' || standing || fresh || word === 'offline';
    return counts ? [{ word, weight }] : [];
  });
  for (const [code, pattern] of ranks) {
    if (!counted.some(({ word }) => pattern.test(word))) continue;
    const [tray, ...others] = facts.emptyTrays;
    if (code === 'paper-out')
      return {
        code,
        ...(paper === undefined ? {} : { paper }),
        ...(tray === undefined || others.length > 0 ? {} : { tray }),
      };
    return code === 'wrong-paper' && paper !== undefined ? { code, paper } : { code };
  }
  // Something that is not in the list: the printer's own display will know.
  if (counted.some(({ weight, word }) => weight === 'error' && !passing.has(word)))
    return { code: standing ? 'stopped' : 'needs-help' };
  return standing ? { code: 'stopped' } : undefined;
}

/** Words without a weight that are no trouble. */
const passing = new Set([
  'connecting-to-device',
  'deactivated',
  'spool-area-full',
  'stopped-partly',
  'stopping',
  'toner-low',
  'marker-supply-low',
  'media-low',
  'output-area-almost-full',
  'identify-printer-requested',
  'cups-waiting-for-job-completed',
  'none',
]);
