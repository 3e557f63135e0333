/** What is appraised: the sheets of one topic in one language, each with its words as read and the blocks that it shows. */

import type { TopicContent } from '../domain/content.ts';
import type { Handout, PrintedBlock } from '../domain/handout.ts';
import type { TextReport } from '../domain/text-report.ts';

export interface AppraisedSheet {
  /** The made-up patient and the style, as a table names it. */
  readonly name: string;
  readonly handout: Handout;
  /** Ids of the blocks that it prints. */
  readonly shown: ReadonlySet<string>;
  readonly report: TextReport;
}

export interface Material {
  readonly topic: TopicContent;
  readonly language: string;
  readonly sheets: readonly AppraisedSheet[];
}

export interface HeadedBlocks {
  readonly heading: string;
  readonly blocks: readonly PrintedBlock[];
}

/** Sections with their blocks, in the order of the page. */
export function sectionsOf(handout: Handout): HeadedBlocks[] {
  const rows = (part: Handout['medicine'] | undefined): HeadedBlocks | undefined =>
    part === undefined
      ? undefined
      : { heading: part.heading, blocks: part.rows.flatMap((row) => row.blocks) };
  return [
    handout.notes,
    handout.facts,
    handout.today,
    rows(handout.medicine),
    handout.notNow,
    handout.moves,
    handout.dailyLife,
    handout.bed,
    handout.sleep,
    handout.why,
    handout.symptoms,
    rows(handout.clinicCare),
    handout.prevention,
  ].filter((section) => section !== undefined);
}

export function blocksOf(handout: Handout): PrintedBlock[] {
  return sectionsOf(handout).flatMap((section) => section.blocks);
}

/** So little that chunks, headings and a summary would only be in the way. */
export function isVeryShort({ handout }: AppraisedSheet): boolean {
  const paragraphs = blocksOf(handout).flatMap((block) => [
    ...block.paragraphs,
    ...block.items,
    ...block.steps,
  ]);
  return paragraphs.length <= 2;
}
