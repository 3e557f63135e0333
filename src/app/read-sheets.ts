/** The settings -> the content with its drawings, and the sheets of a topic's made-up patients, read as a reader gets them. */

import { join } from 'node:path';
import type { Material } from '../appraise/material.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { TopicContent } from '../domain/content.ts';
import type { Drawing } from '../domain/drawing.ts';
import { type Outcome, success } from '../domain/outcome.ts';
import { type PlainWords, plainWordsSchema } from '../domain/plain-words.ts';
import { drawFigure } from '../draw/figure.ts';
import { unitPath } from '../read/content-folders.ts';
import { readLocated } from '../read/located.ts';
import { type ReadContent, readContent } from '../read/read-content.ts';
import { readHandout } from '../readability/read-handout.ts';
import type { Settings } from '../settings.ts';
import { appraisedSheets } from './appraised-sheets.ts';
import { extremePatients, typicalPatients } from './made-up-patients.ts';

export interface TextContent extends ReadContent {
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly plainWords: PlainWords;
}

export async function readTextContent(settings: Settings): Promise<Outcome<TextContent>> {
  const read = await readContent({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) return read;
  const { figures } = read.value.content;
  const drawings = new Map([...figures].map(([id, figure]) => [id, drawFigure(figure)]));
  const plain = await readLocated(unitPath(settings.content, 'plain-words.yaml'), plainWordsSchema);
  if (!plain.ok) return plain;
  const plainWords = plain.value.value;
  return success({ ...read.value, drawings, plainWords }, [...read.diagnostics, ...plain.diagnostics]);
}

export async function readSheets(
  settings: Settings,
  { content, drawings, plainWords }: TextContent,
  topic: TopicContent,
  language: string,
  today: CalendarDate,
): Promise<Material> {
  const { id } = topic.topic;
  const examples = join(settings.home, 'examples');
  const patients = [
    ...(await typicalPatients(examples, content, id, language, today)),
    ...extremePatients(content, id, language, today),
  ];
  return appraisedSheets({
    content,
    drawings,
    topic,
    language,
    patients,
    read: (handout, sheet) => readHandout(handout, sheet, plainWords),
  });
}
