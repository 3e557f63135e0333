/** Content with its files -> the errors in its words that forbid printing: a sentence that no claim allows, a name without its tag, a banned phrase. */

import { lintAdvice } from '../check/advice-words.ts';
import type { Content } from '../domain/content.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { wordedBlocks, wordsOutsideBlocks } from './check-subjects.ts';
import { traceClaims } from './claim-parts.ts';

export function wordProblems(content: Content, files: ContentFiles): Diagnostic[] {
  const words = [...wordedBlocks(content, files), ...wordsOutsideBlocks(content, files)];
  const found = [...lintAdvice(words, content.rulebook), ...traceClaims(files).diagnostics];
  return found.filter(({ severity }) => severity === 'error');
}
