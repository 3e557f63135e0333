/** A topic in a language and made-up patients -> their sheets, tailored and read. */

import type { AppraisedSheet, Material } from '../appraise/material.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import type { Drawing } from '../domain/drawing.ts';
import type { Handout } from '../domain/handout.ts';
import type { TextReport } from '../domain/text-report.ts';
import { tailor } from '../tailor/tailor.ts';
import type { MadeUpPatient } from './made-up-patients.ts';

export interface SheetRequest {
  readonly content: Content;
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly topic: TopicContent;
  readonly language: string;
  readonly patients: readonly MadeUpPatient[];
  readonly read: (handout: Handout, sheet: string) => TextReport;
}

export function appraisedSheets(request: SheetRequest): Material {
  const { content, drawings, topic, language, patients, read } = request;
  const sheets = patients.flatMap(({ name, profile, today }): AppraisedSheet[] => {
    const tailored = tailor({
      // A withdrawn topic is told by the review; here its words are looked at all the same.
      content: { ...content, withdrawn: [] },
      topic,
      language,
      profile,
      today,
      paper: content.clinic.paper,
      drawings,
      omit: new Set(),
      canPrint: () => true,
      notesConfirmed: true,
    });
    if (tailored.kind === 'refused') return [];
    const { handout, trace } = tailored;
    const shown = new Set(trace.blocks.filter((block) => block.shown).map(({ id }) => id));
    return [{ name, handout, shown, report: read(handout, name) }];
  });
  return { topic, language, sheets };
}
