/** A resource's level and the rules that set it -> the reason as the patient reads it. */

import type { Line } from '../domain/handout.ts';
import type { LevelDecision } from '../domain/trace.ts';
import type { SharedWords } from '../domain/words.ts';

/**
 * What is known stands first. What is not known is named only where it alone made the level (`nameUnknown`, for pills):
 * a list of all that could matter would bury the reason that does.
 */
export function reasonLines(decided: LevelDecision, shared: SharedWords, nameUnknown: boolean): Line[] {
  const decisive = decided.reasons.filter((reason) => reason.level === decided.level);
  const known = decisive.flatMap((reason) => {
    if (reason.value === 'unknown') return [];
    const because = shared.factors[reason.factor]?.because;
    const words = because?.[reason.value] ?? because?.['yes'];
    return words === undefined ? [] : [words];
  });
  const unknown = decisive.flatMap((reason) =>
    reason.value === 'unknown' ? [shared.factors[reason.factor]?.label ?? reason.factor] : [],
  );
  const lines: Line[] = [];
  if (known.length > 0) lines.push(reasonLine(shared.labels.reason, known));
  if (unknown.length > 0 && nameUnknown) lines.push(reasonLine(shared.labels.unknown_reason, unknown));
  return lines;
}

function reasonLine(lead: string, parts: readonly string[]): Line {
  return [
    { text: lead, strong: true },
    { text: ` ${[...new Set(parts)].join('; ')}.`, strong: false },
  ];
}
