/** The source words of one entry and their translation -> what got lost between them: a line, a condition, words for a case, a number to call. */

import { canonicalText } from '../domain/canonical-text.ts';
import { builtInTerms } from '../domain/terms.ts';
import type { FieldPath } from './field-path.ts';
import { textsIn } from './link-words.ts';

export interface Lost {
  readonly path: FieldPath;
  readonly message: string;
}

/** The same keys, as many lines, the same conditions, and the clinic's own terms: only the words may differ. */
export function lostBetween(source: unknown, translated: unknown, path: FieldPath): Lost[] {
  const shape = lostShape(source, translated, path);
  return shape.length > 0 ? shape : lostTerms(source, translated, path);
}

function lostShape(source: unknown, translated: unknown, path: FieldPath): Lost[] {
  const name = path.join('.');
  if (typeof source !== typeof translated || Array.isArray(source) !== Array.isArray(translated)) {
    return [{ path, message: `\`${name}\` is built otherwise than in the source: a list, or one text` }];
  }
  if (Array.isArray(source) && Array.isArray(translated)) {
    if (source.length === translated.length) {
      return source.flatMap((each, i) => lostShape(each, translated[i], [...path, i]));
    }
    return [
      { path, message: `\`${name}\` has ${translated.length} lines here, ${source.length} in the source` },
    ];
  }
  if (!isMap(source) || !isMap(translated)) return [];
  const keys = [...new Set([...Object.keys(source), ...Object.keys(translated)])];
  return keys.flatMap((key): Lost[] => {
    const at = [...path, key];
    if (source[key] === undefined && translated[key] === undefined) return [];
    if (translated[key] === undefined) return [{ path, message: `\`${at.join('.')}\` is lost` }];
    if (source[key] === undefined) return [{ path: at, message: `The source has no \`${at.join('.')}\`` }];
    if (key !== 'when' && key !== 'fits') return lostShape(source[key], translated[key], at);
    if (canonicalText(source[key]) === canonicalText(translated[key])) return [];
    return [{ path: at, message: `\`${at.join('.')}\` is another condition than in the source` }];
  });
}

/** The terms of the locale may be written out in a language that is not the country's own; a number to call may not. */
function lostTerms(source: unknown, translated: unknown, path: FieldPath): Lost[] {
  const named = (value: unknown, term: string) =>
    textsIn(value).some(({ text }) => text.includes(`{${term}}`) || text.includes(`{${term}_cap}`));
  return builtInTerms
    .filter((term) => named(source, term) && !named(translated, term))
    .map((term) => ({ path, message: `\`${path.join('.')}\` has lost \`{${term}}\`` }));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
