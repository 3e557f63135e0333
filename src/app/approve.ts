/** A topic, a language and a name -> the approval file, with a copy of all that was approved; or what stands in its way. */

import { join } from 'node:path';
import { stringify } from 'yaml';
import { contentModes, writeWhole } from '../deliver/whole-file.ts';
import type { Approval } from '../domain/approval.ts';
import { asCalendarDate, type CalendarDate } from '../domain/calendar-date.ts';
import { sharedParts, topicParts } from '../domain/content-part.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import { partsHash } from '../read/parts-hash.ts';
import { readContent } from '../read/read-content.ts';
import type { Settings } from '../settings.ts';
import { checkAll } from './check.ts';
import { topicProblems } from './topic-problems.ts';

export interface ApprovalRequest {
  readonly topic: string;
  readonly language: string;
  readonly by: string;
  /** A year from today when left out. */
  readonly due?: CalendarDate | undefined;
  readonly today: CalendarDate;
  /** The hash of the parts that the person saw; when another stands now, nothing is approved. */
  readonly seen?: string | undefined;
}

export interface Approved {
  readonly path: string;
  readonly approval: Approval;
}

export async function approve(settings: Settings, request: ApprovalRequest): Promise<Outcome<Approved>> {
  const { topic: id, language, by, today, due = nextYear(today), seen } = request;
  const read = await readContent({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) return read;
  const { content, files } = read.value;
  const problems = topicProblems(id, language, files.names.topics, content.topics.get(id)?.words.keys());
  if (due < today) problems.push(pastDate(due));
  const topic = content.topics.get(id);
  if (problems.length > 0 || topic === undefined) return failure(problems);
  const now = [...sharedParts(content, language), ...topicParts(topic, content, language)];
  const parts = Object.fromEntries(now.map((part) => [part.id, part.text]));
  const hash = partsHash(parts);
  if (seen !== undefined && seen !== hash) return failure([changedMeanwhile(id, language)]);
  const obstacles = approvalObstacles((await checkAll(settings)).flatMap((result) => result.diagnostics));
  if (obstacles.length > 0) return failure(obstacles);
  const approval: Approval = { by, date: today, due, hash, parts };
  const folder = settings.content.own ?? settings.content.shipped;
  const path = join(folder, 'approvals', `${id}.${language}.yaml`);
  await writeWhole(path, `${head}${stringify(approval, { lineWidth: 0 })}`, contentModes);
  return success({ path, approval });
}

/** What forbids an approval, among all that the checks found: nobody signs what the program itself refuses. */
function approvalObstacles(found: readonly Diagnostic[]): Diagnostic[] {
  return found.filter((diagnostic) => diagnostic.severity === 'error');
}

function changedMeanwhile(topic: string, language: string): Diagnostic {
  const told = `What ${topic} in ${language} says changed after it was read`;
  return errorAt({ file: 'command line' }, 'changed-meanwhile', told, 'Read it as it stands now');
}

function pastDate(due: CalendarDate): Diagnostic {
  const told = `--due ${due} is past: the text would be overdue at once`;
  return errorAt(
    { file: 'command line' },
    'due-in-the-past',
    told,
    'Give a later day, or leave it out: a year',
  );
}

/** A year from the day; 29 February comes back as the 28th. */
export function nextYear(date: CalendarDate): CalendarDate {
  const year = Number(date.slice(0, 4)) + 1;
  return asCalendarDate(`${year}${date.slice(4)}`) ?? asCalendarDate(`${year}-02-28`) ?? date;
}

const head = `# Written by \`handout approve\`; do not edit. It counts while the parts below are what the content says.
# \`handout diff\` shows what has changed since.
`;
