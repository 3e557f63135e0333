/** The settings and today -> for each text what takes seconds to find out: its reading grade, its checks by hand, and whether the proof holds. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { TextReport } from '../domain/text-report.ts';
import type { Settings } from '../settings.ts';
import { checkText } from './check-text.ts';
import { loadContent } from './kit.ts';
import { unprovedProblems } from './proved-content.ts';

export interface InspectedText {
  readonly topic: string;
  readonly language: string;
  /** Of the hardest sheet: US school grade, or ease from 0 (hard) to 100. */
  readonly reading?: { readonly scale: 'grade' | 'inflesz'; readonly value: number } | undefined;
  readonly sheets: number;
  /** Sentences and words that the reading check refuses. */
  readonly hard: number;
  /** What a person was asked, and answered. */
  readonly byHand: { readonly answered: number; readonly of: number };
  /** Why the proof fails; empty when it holds. */
  readonly unproved: readonly string[];
}

/** Undefined when the content has mistakes of its own, which come first. */
export async function inspectTexts(
  settings: Settings,
  today: CalendarDate,
): Promise<InspectedText[] | undefined> {
  const loaded = await loadContent(settings);
  if (!loaded.ok) return undefined;
  const { content, proof } = loaded.value;
  const { texts } = await checkText(settings, today);
  return Promise.all(
    texts.map(async ({ topic, language, reports, appraisal }): Promise<InspectedText> => {
      const states = appraisal.verdicts.map(({ state }) => state.kind);
      const answered = states.filter((kind) => kind === 'answered').length;
      const problems = await unprovedProblems(content, topic, language, today, proof);
      return {
        topic,
        language,
        reading: hardest(reports),
        sheets: reports.length,
        hard: hardPlaces(reports),
        byHand: { answered, of: states.filter((kind) => kind !== 'decided').length },
        unproved: problems.map(({ message }) => message),
      };
    }),
  );
}

function hardest(reports: readonly TextReport[]): InspectedText['reading'] {
  const grades = reports.flatMap(({ scores }) => scores.fleschKincaid ?? []);
  if (grades.length > 0) return { scale: 'grade', value: Math.max(...grades) };
  const eases = reports.flatMap(({ scores }) => scores.inflesz ?? []);
  return eases.length > 0 ? { scale: 'inflesz', value: Math.min(...eases) } : undefined;
}

/** The same words on many sheets are one place. */
function hardPlaces(reports: readonly TextReport[]): number {
  const all = reports.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  return new Set(all.map(({ rule, part, words }) => `${rule}|${part}|${words}`)).size;
}
