/** A language's words and the structure they belong to -> a diagnostic for each text that is missing, left over, or names an unknown term. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import type { BlockText } from '../domain/words.ts';
import type { FieldPath } from './field-path.ts';
import type { Located } from './located.ts';

/** `keys` of the structure against the keys of `words` at `path`; `kind` as a person calls it: block, sign, factor. */
export function linkKeys(
  kind: string,
  keys: readonly string[],
  words: Readonly<Record<string, unknown>>,
  file: Located<unknown>,
  path: FieldPath,
  /** Keys that may be without words here. */
  spared: readonly string[] = [],
): Diagnostic[] {
  const written = Object.keys(words);
  const missing = keys
    .filter((key) => !written.includes(key) && !spared.includes(key))
    .map((key) =>
      errorAt(
        file.place(path, 'key'),
        'missing-text',
        `The ${kind} \`${key}\` has no text here`,
        `Add \`${key}:\` under \`${path.join('.')}:\``,
      ),
    );
  const left = written
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const near = nearestName(key, keys);
      return errorAt(
        file.place([...path, key], 'key'),
        'text-without-structure',
        `There is no ${kind} \`${key}\``,
        near === undefined ? 'Remove it, or write the structure first' : `Did you mean \`${near}\`?`,
      );
    });
  return [...missing, ...left];
}

/** Every text below a value, with its path. */
export function textsIn(value: unknown, path: FieldPath = []): { text: string; path: FieldPath }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((each, i) => textsIn(each, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, key]));
}

const braces = /\{([^{}]*)\}/g;

/** `{terms}` that nobody fills in, and bold marks that don't close. */
export function linkTerms(
  words: unknown,
  terms: readonly string[],
  file: Located<unknown>,
  path: FieldPath,
): Diagnostic[] {
  return textsIn(words, path).flatMap(({ text, path: at }) => {
    const unknown = [...text.matchAll(braces)]
      .map((match) => match[1] ?? '')
      .filter((name) => !terms.includes(name) && !terms.includes(name.replace(/_cap$/, '')));
    const problems = unknown.map((name) => {
      const near = nearestName(name, terms);
      return errorAt(
        file.place(at),
        'unknown-term',
        `\`{${name}}\` is no term of the clinic or its locale`,
        near === undefined ? `Use one of: ${terms.join(', ')}` : `Did you mean \`{${near}}\`?`,
      );
    });
    if (text.split('**').length % 2 === 0) {
      problems.push(
        errorAt(file.place(at), 'open-bold', 'A ** opens bold and nothing closes it', 'Add the second **'),
      );
    }
    return problems;
  });
}

/** A block of words must hold some: a title alone says nothing. */
export function emptyTexts(
  blocks: Readonly<Record<string, BlockText>>,
  file: Located<unknown>,
  path: FieldPath,
): Diagnostic[] {
  return Object.entries(blocks)
    .filter(([, { text, items, steps, captions }]) => (text ?? items ?? steps ?? captions) === undefined)
    .map(([id]) =>
      errorAt(
        file.place([...path, id]),
        'missing-text',
        `The block \`${id}\` has no text`,
        'Add `text:`, `items:`, `steps:` or `captions:`',
      ),
    );
}
