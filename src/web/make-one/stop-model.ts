/** A refusal that a sign or a code brought -> the screen that says what care is needed now. */

import type { Content } from '../../domain/content.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Facts, Refusal } from '../../domain/trace.ts';
import { blockingCodes, screen, tickedSigns } from '../../tailor/screen.ts';
import type { Messages } from '../messages.ts';
import type { QuestionModel } from './question-model.ts';
import { emergencyNumber, type StaffWords } from './words.ts';

export interface StopModel {
  readonly emergency: boolean;
  readonly number: string;
  readonly steps: readonly string[];
  /** Their answer decides how soon care is needed; until "no" it is an emergency. */
  readonly questions: readonly QuestionModel[];
  readonly ticked: readonly {
    readonly text: string;
    readonly emergency: boolean;
    readonly lesser: boolean;
  }[];
}

export function isStop(refusal: Refusal): boolean {
  return refusal.code === 'warning-sign' || refusal.code === 'blocking-code';
}

export function stopModel(
  refusal: Refusal,
  profile: Profile,
  content: Content,
  facts: Facts,
  words: StaffWords,
  messages: Messages,
  questions: readonly QuestionModel[],
): StopModel {
  const { rulebook } = content;
  const emergency = refusal.care === 'emergency';
  const number = emergencyNumber(content);
  /** How soon one sign alone needs care: by the same rule that stops. */
  const careOf = (id: string) =>
    screen(
      { ...profile, warningSigns: [id], visit: { codes: [] } },
      rulebook,
      untold(facts, content),
      words.shared,
      new Map(),
    )?.care;
  const signs = tickedSigns(profile, rulebook, facts).map((id) => ({
    text: words.sign(id, facts),
    emergency: careOf(id) === 'emergency',
  }));
  const codes = blockingCodes(profile.visit.codes, rulebook).map((code) => ({
    text: `${code} ${rulebook.blocking_codes[code]?.title ?? ''}`,
    emergency: rulebook.blocking_codes[code]?.care === 'emergency',
  }));
  const kind = emergency ? 'emergency' : 'today';
  return {
    emergency,
    number,
    questions,
    steps: [1, 2, 3].map((step) => messages.text(`stop.${kind}_${step}`, { number })),
    ticked: [...signs, ...codes]
      .map((each) => ({ ...each, lesser: emergency && !each.emergency }))
      .sort((a, b) => Number(b.emergency) - Number(a.emergency)),
  };
}

/** Without the answers that are themselves a tick, so that each sign is judged alone. */
function untold(facts: Facts, { rulebook }: Content): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([id, value]) => {
      const rule = rulebook.factors[id];
      return [id, rule?.kind === 'choice' && rule.ticks[value] !== undefined ? 'unknown' : value];
    }),
  );
}
