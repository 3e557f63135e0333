/** A file of what no sheet may say -> a diagnostic for each name in it that leads nowhere. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { Never } from '../domain/never.ts';
import type { ContentFiles } from './content-files.ts';
import type { FieldPath } from './field-path.ts';
import { linkCondition } from './link-factors.ts';
import { linkName, linkNames } from './link-names.ts';
import type { Located } from './located.ts';

export function linkNever(file: Located<Never>, files: ContentFiles): Diagnostic[] {
  const never = file.value;
  const rulebook = files.rulebook.value;
  const things = [...new Set(files.never.flatMap((each) => Object.keys(each.value.things)))];
  const resources = Object.keys(rulebook.resources);
  return [
    ...(['pairs', 'apart', 'phrases', 'duties'] as const).flatMap((list) => namedTwice(file, list)),
    ...Object.entries(never.things).flatMap(([id, thing]) =>
      linkName(thing.resource, 'resource', resources, file, ['things', id, 'resource']),
    ),
    ...never.pairs.flatMap((pair, i) => [
      ...linkNames(pair.advise, 'thing', things, file, ['pairs', i, 'advise']),
      ...linkCondition(pair.with, file, ['pairs', i, 'with'], rulebook),
    ]),
    ...never.apart.flatMap((pair, i) =>
      linkNames(pair.things, 'thing', things, file, ['apart', i, 'things']),
    ),
    ...never.phrases.flatMap((phrase, i) => badPatterns(phrase.patterns, ['phrases', i, 'patterns'], file)),
    ...never.duties.flatMap((duty, i) => linkCondition(duty.when, file, ['duties', i, 'when'], rulebook)),
    ...never.signs.flatMap((each, i) => [
      ...linkName(each.sign, 'sign', Object.keys(rulebook.signs), file, ['signs', i, 'sign']),
      ...linkCondition(each.with, file, ['signs', i, 'with'], rulebook),
    ]),
    ...never.stays_unknown.flatMap((each, i) => [
      ...linkName(each.factor, 'factor', Object.keys(rulebook.factors), file, ['stays_unknown', i, 'factor']),
      ...linkCondition(each.with, file, ['stays_unknown', i, 'with'], rulebook),
    ]),
    ...linkNames(Object.keys(never.stated), 'claim', Object.keys(files.claims.value), file, ['stated']),
    ...Object.entries(never.stated).flatMap(([id, { patterns }]) =>
      badPatterns(patterns, ['stated', id, 'patterns'], file),
    ),
  ];
}

/** Files are joined by these names: of two entries with one name, one would be lost. */
function namedTwice(file: Located<Never>, list: 'pairs' | 'apart' | 'phrases' | 'duties'): Diagnostic[] {
  const ids = file.value[list].map(({ id }) => id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          errorAt(
            file.place([list, i, 'id']),
            'duplicate-id',
            `\`${id}\` stands twice under \`${list}\``,
            'Rename one of them',
          ),
        ],
  );
}

function badPatterns(
  byLanguage: Readonly<Record<string, readonly string[]>>,
  path: FieldPath,
  file: Located<Never>,
): Diagnostic[] {
  return Object.entries(byLanguage).flatMap(([tag, patterns]) =>
    patterns.flatMap((pattern, i) => {
      try {
        new RegExp(pattern, 'iu');
        return [];
      } catch {
        return [
          errorAt(
            file.place([...path, tag, i]),
            'bad-pattern',
            'This is not a regular expression that can be read',
            'Check the brackets, and put the pattern in single quotes',
          ),
        ];
      }
    }),
  );
}
