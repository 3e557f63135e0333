/** The trace of a handout -> what a person reads: levels with their rules, warning signs, then block by block. */

import type { LevelDecision, Trace } from '../domain/trace.ts';
import { reasonsText } from '../tailor/reasons-text.ts';

export function explainText(trace: Trace): string {
  const lines = ['Levels'];
  for (const decided of trace.levels.values()) lines.push(`  ${decided.resource}: ${levelText(decided)}`);
  lines.push('', 'Warning signs');
  lines.push(`  emergency: ${trace.signs.emergency.join(' ')}`);
  lines.push(`  same day:  ${trace.signs.sameDay.join(' ')}`);
  lines.push(`  soon:      ${trace.signs.soon.join(' ')}`);
  lines.push('', 'Blocks');
  for (const block of trace.blocks) {
    lines.push(`  ${block.shown ? 'shown ' : 'hidden'} ${block.id}: because ${block.because}`);
  }
  if (trace.warnings.length > 0) {
    lines.push('', 'Warnings', ...trace.warnings.map((warning) => `  ${warning.message} (${warning.code})`));
  }
  return `${lines.join('\n')}\n`;
}

function levelText({ level, resource, reasons }: LevelDecision): string {
  const decisive = reasons.filter((reason) => reason.level === level);
  return decisive.length === 0
    ? `${level} (rule: ${resource}.starts)`
    : `${level} because ${reasonsText(decisive)}`;
}

/** The same as one object for programs. */
export interface ExplainJson {
  readonly levels: Readonly<Record<string, string>>;
  readonly warningSigns: {
    emergency: readonly string[];
    sameDay: readonly string[];
    soon: readonly string[];
  };
  readonly blocks: readonly { id: string; shown: boolean; because: string }[];
  readonly reasons: Readonly<
    Record<string, readonly { factor: string; value: string; rule: string; level: string }[]>
  >;
  readonly warnings: readonly { code: string; message: string }[];
}

export function explainJson(trace: Trace): ExplainJson {
  const levels = [...trace.levels.values()];
  return {
    levels: Object.fromEntries(levels.map((decided) => [decided.resource, decided.level])),
    warningSigns: trace.signs,
    blocks: trace.blocks.map(({ id, shown, because }) => ({ id, shown, because })),
    reasons: Object.fromEntries(
      levels.map((decided) => [decided.resource, decided.reasons.map((r) => ({ ...r }))]),
    ),
    warnings: trace.warnings.map((warning) => ({ ...warning })),
  };
}
