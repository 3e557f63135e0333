/** What the program found on the sheets -> its judgement of one item: decided with the reason, or a question for a person. */

import type { Answer } from '../domain/appraisal.ts';
import type { TextFinding, TextRule } from '../domain/text-report.ts';
import type { AppraisedSheet, Material } from './material.ts';

export type Judgement =
  | { readonly kind: 'decided'; readonly answer: Answer; readonly reason: string }
  | { readonly kind: 'ask'; readonly hint?: string }
  /** Answered by the answer to another item, once there is one. */
  | { readonly kind: 'waits'; readonly item: string };

/** The answer to an earlier item, when it has one. */
export type Answered = (item: string) => Answer | undefined;

export type Judge = (material: Material, answered: Answered) => Judgement;

export function agree(reason: string): Judgement {
  return { kind: 'decided', answer: 'agree', reason };
}

export function disagree(reason: string): Judgement {
  return { kind: 'decided', answer: 'disagree', reason };
}

export function doesNotApply(reason: string): Judgement {
  return { kind: 'decided', answer: 'not-applicable', reason };
}

/** Only a person can tell; the hint says what the program saw, and is no answer. */
export function ask(hint?: string): Judgement {
  return hint === undefined ? { kind: 'ask' } : { kind: 'ask', hint };
}

/** One sheet on which it fails is enough: some reader gets that sheet. */
export function onEverySheet(
  { sheets }: Material,
  /** What is wrong with a sheet; nothing when it is right. */
  wrong: (sheet: AppraisedSheet) => string | undefined,
  reason: string,
): Judgement {
  const failing = sheets.flatMap((sheet) => {
    const why = wrong(sheet);
    return why === undefined ? [] : [{ name: sheet.name, why }];
  });
  const [first] = failing;
  if (first === undefined) return agree(reason);
  return disagree(
    `${first.why} (on "${first.name}"${failing.length > 1 ? ` and ${failing.length - 1} more` : ''})`,
  );
}

/** Errors decide against; a warning may be mistaken, so a person is asked; none at all decides for it. */
export function byFindings(
  material: Material,
  rules: readonly TextRule[],
  reason: string,
  concerns: (finding: TextFinding, sheet: AppraisedSheet) => boolean = () => true,
): Judgement {
  const found = findingsOf(material, rules, concerns);
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return disagree(listed(errors));
  return found.length > 0 ? ask(listed(found)) : agree(reason);
}

/** Each finding once, however many sheets it is on. */
export function findingsOf(
  { sheets }: Material,
  rules: readonly TextRule[],
  concerns: (finding: TextFinding, sheet: AppraisedSheet) => boolean = () => true,
): TextFinding[] {
  const known = new Map<string, TextFinding>();
  for (const sheet of sheets) {
    for (const finding of sheet.report.findings) {
      if (!rules.includes(finding.rule) || !concerns(finding, sheet)) continue;
      const key = `${finding.rule}|${finding.part}|${finding.words}`;
      if (known.get(key)?.severity !== 'error') known.set(key, finding);
    }
  }
  return [...known.values()];
}

const mostListed = 2;

export function listed(findings: readonly TextFinding[]): string {
  const told = findings.slice(0, mostListed).map(toldFinding);
  const more = findings.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** With its words, unless the message has them already. */
function toldFinding({ part, message, words }: TextFinding): string {
  return `${part}: ${message}${message.includes(words) ? '' : ` ("${words}")`}`;
}
