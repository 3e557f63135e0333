/** Signs, blocks and dates -> "My plan": when to come back, the week to tick off, what to say in own words. */

import { addDays, type CalendarDate, compareDates } from '../domain/calendar-date.ts';
import type { Clinic } from '../domain/clinic.ts';
import type { Handout, Line } from '../domain/handout.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Block } from '../domain/topic.ts';
import type { Facts } from '../domain/trace.ts';
import { openDay } from './plan-dates.ts';
import { markOf, printBlock } from './print-block.ts';
import { printSign } from './sign-box.ts';
import type { ChosenSign } from './warning-signs.ts';
import type { Wording } from './wording.ts';

export interface PlanInput {
  /** Shown blocks of the sections `come-back` and `teach-back`. */
  readonly comeBack: readonly Block[];
  readonly teachBack: readonly Block[];
  readonly signs: readonly ChosenSign[];
  readonly rulebook: Rulebook;
  readonly facts: Facts;
  readonly clinic: Clinic;
  readonly today: CalendarDate;
  readonly followUp: CalendarDate | undefined;
}

export function planOf(input: PlanInput, wording: Wording): Handout['plan'] {
  const { rulebook, facts, clinic, today } = input;
  const soon = input.signs.filter((sign) => sign.urgency === 'soon');
  const daysOf = (sign: ChosenSign) => rulebook.signs[sign.id]?.days;
  const due: { day: CalendarDate; lines: Line[] }[] = [];
  for (const block of input.comeBack) {
    if (block.days === undefined) continue;
    due.push({ day: openDay(today, block.days, clinic), lines: printBlock(block, wording).paragraphs });
  }
  for (const sign of soon) {
    const days = daysOf(sign);
    if (days === undefined) continue;
    due.push({ day: openDay(today, days, clinic), lines: printSign(sign, facts, wording).lines });
  }
  due.sort((a, b) => compareDates(a.day, b.day));
  return {
    heading: wording.shared.sections['come-back'] ?? '',
    intro: input.comeBack
      .filter((b) => b.days === undefined)
      .flatMap((b) => printBlock(b, wording).paragraphs),
    dates: due.map(({ day, lines }) => ({ when: wording.dates.day(day), lines })),
    anyTime: soon.filter((sign) => daysOf(sign) === undefined).map((sign) => printSign(sign, facts, wording)),
    ...(input.followUp === undefined ? {} : { visit: wording.dates.day(input.followUp) }),
    week: Array.from({ length: 7 }, (_, index) => wording.dates.short(addDays(today, index))),
    questions: input.teachBack.flatMap((block) =>
      printBlock(block, wording).paragraphs.map((line) => ({
        id: block.id,
        line,
        ...markOf(block.id, wording),
      })),
    ),
  };
}
