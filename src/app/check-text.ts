/** The settings -> every topic in every language as its readers get it: scores, findings, and both appraisals. */

import { appraise } from '../appraise/appraise.ts';
import type { Material } from '../appraise/material.ts';
import type { Appraisal, StoredAnswer } from '../domain/appraisal.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import { type Diagnostic, errorAt, hasErrors, warningAt } from '../domain/diagnostic.ts';
import type { TextFinding, TextReport } from '../domain/text-report.ts';
import type { ContentFiles } from '../read/content-files.ts';
import type { Settings } from '../settings.ts';
import { readSheets, readTextContent } from './read-sheets.ts';
import { readAnswers, strayAnswers } from './stored-answers.ts';
import { textHash } from './text-hash.ts';
import { textPlace } from './text-place.ts';

/** One topic in one language. */
export interface CheckedText {
  readonly topic: string;
  readonly language: string;
  readonly reports: readonly TextReport[];
  readonly appraisal: Appraisal;
}

export interface TextCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: readonly CheckedText[];
}

export async function checkText(settings: Settings, today: CalendarDate): Promise<TextCheck> {
  const read = await readTextContent(settings);
  if (!read.ok) return { diagnostics: read.diagnostics, texts: [] };
  const { content, files } = read.value;
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  const texts: CheckedText[] = [];
  for (const { topic, language } of textsOf(content)) {
    const { id } = topic.topic;
    const answers = await readAnswers(settings, id, language);
    diagnostics.push(...answers.diagnostics);
    const material = await readSheets(settings, read.value, topic, language, today);
    const reports = material.sheets.map(({ report }) => report);
    diagnostics.push(...findingDiagnostics(reports, files, id, language));
    const appraisal = appraiseText(content, material, answers.ok ? answers.value : []);
    texts.push({ topic: id, language, reports, appraisal });
  }
  diagnostics.push(
    ...strayAnswers(
      settings,
      texts.map(({ topic, language }) => `${topic}.${language}`),
    ),
  );
  return { diagnostics, texts };
}

export function textIsFine({ diagnostics }: TextCheck): boolean {
  return !hasErrors(diagnostics);
}

function textsOf(content: Content): { topic: TopicContent; language: string }[] {
  return [...content.topics.values()].flatMap((topic) =>
    [...topic.words.keys()].map((language) => ({ topic, language })),
  );
}

export function appraiseText(
  content: Content,
  material: Material,
  answers: readonly StoredAnswer[],
): Appraisal {
  return appraise(material, answers, textHash(content, material.topic, material.language));
}

/** Most texts stand on many sheets: each finding is told once, with the number of sheets that have it. */
function findingDiagnostics(
  reports: readonly TextReport[],
  files: ContentFiles,
  topic: string,
  language: string,
): Diagnostic[] {
  const known = new Map<string, { finding: TextFinding; sheets: Set<string> }>();
  for (const { sheet, findings } of reports) {
    for (const finding of findings) {
      const key = `${finding.rule}|${finding.part}|${finding.words}`;
      const before = known.get(key);
      if (before === undefined) known.set(key, { finding, sheets: new Set([sheet]) });
      else before.sheets.add(sheet);
    }
  }
  return [...known.values()].map(({ finding, sheets }) => {
    const build = finding.severity === 'error' ? errorAt : warningAt;
    const [first = ''] = sheets;
    const where = sheets.size === 1 ? `on "${first}"` : `on ${sheets.size} of ${reports.length} sheets`;
    const words = finding.message.includes(finding.words) ? '' : `: "${finding.words}"`;
    const told = `${finding.part}: ${finding.message}${words} (${where})`;
    return build(textPlace(files, topic, language, finding.part), finding.rule, told, finding.hint);
  });
}
