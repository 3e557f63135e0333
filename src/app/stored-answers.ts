/** The folders of the content <-> the answers that people gave about a topic in a language, in `appraisals/`. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { contentModes, writeWhole } from '../deliver/whole-file.ts';
import { appraisalFileSchema, itemIds, type StoredAnswer } from '../domain/appraisal.ts';
import { type Diagnostic, warningAt } from '../domain/diagnostic.ts';
import { type Outcome, success } from '../domain/outcome.ts';
import { unitNames, unitPath } from '../read/content-folders.ts';
import { readLocated } from '../read/located.ts';
import type { Settings } from '../settings.ts';

const folder = 'appraisals';

/** None when there is no file: nobody was asked. */
export async function readAnswers(
  { content }: Settings,
  topic: string,
  language: string,
): Promise<Outcome<readonly StoredAnswer[]>> {
  const path = unitPath(content, join(folder, `${topic}.${language}.yaml`));
  if (!existsSync(path)) return success([]);
  const read = await readLocated(path, appraisalFileSchema);
  return read.ok ? success(read.value.value.answers, read.diagnostics) : read;
}

/** Into the clinic's own folder when there is one, since an update replaces ours. Gives the path. */
export async function writeAnswers(
  { content }: Settings,
  topic: string,
  language: string,
  given: readonly StoredAnswer[],
): Promise<string> {
  const path = join(content.own ?? content.shipped, folder, `${topic}.${language}.yaml`);
  const answers = [...given].sort((a, b) => itemIds.indexOf(a.item) - itemIds.indexOf(b.item));
  return writeWhole(path, `${head}${stringify({ answers }, { lineWidth: 0 })}`, contentModes);
}

/** Files that are about no text there is. */
export function strayAnswers({ content }: Settings, known: readonly string[]): Diagnostic[] {
  return unitNames(content, folder)
    .filter((name) => !known.includes(name))
    .map((name) =>
      warningAt(
        { file: unitPath(content, join(folder, `${name}.yaml`)) },
        'unknown-appraisal',
        `There is no topic and language \`${name}\`, so these answers are about nothing`,
        'Remove the file; the name is TOPIC.LANGUAGE.yaml',
      ),
    );
}

const head = `# Written by \`handout appraise\`: what people answered about the text that has this hash.
# An answer counts while the text stays the same.
`;
