/** The rulebook and what it stands on -> a diagnostic for each name that leads nowhere. */

import { type Condition, factorTests } from '../domain/condition.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { ContentFiles } from './content-files.ts';
import { linkCondition } from './link-factors.ts';
import { linkName, linkNames } from './link-names.ts';
import { linkSigns } from './link-signs.ts';
import type { Located } from './located.ts';

export function linkRulebook(files: ContentFiles): Diagnostic[] {
  const file = files.rulebook;
  const rulebook = file.value;
  const claims = Object.keys(files.claims.value);
  const sources = Object.keys(files.sources.value);
  const icons = Object.keys(files.icons.value);
  const signs = Object.keys(rulebook.signs);
  const groups = [...rulebook.sign_groups.map((group) => group.id), 'for-you'];
  const cited = (entry: { claims: string[]; sources: string[] }, path: (string | number)[]) => [
    ...linkNames(entry.claims, 'claim', claims, file, [...path, 'claims']),
    ...linkNames(entry.sources, 'source', sources, file, [...path, 'sources']),
    ...(entry.claims.length + entry.sources.length > 0
      ? []
      : [
          errorAt(
            file.place(path),
            'no-source',
            `\`${path.join('.')}\` names no claim and no source`,
            'Add `claims:` or `sources:`: every medical rule must trace to one',
          ),
        ]),
  ];
  return [
    ...linkSigns(file),
    ...Object.entries(rulebook.factors).flatMap(([id, rule]) => [
      ...(rule.kind !== 'drug'
        ? []
        : Object.entries(rule.aliases).flatMap(([brand, drug]) =>
            linkName(drug, 'drug', rule.names, file, ['factors', id, 'aliases', brand]),
          )),
      ...(rule.kind === 'age' ? [] : linkName(rule.icon, 'icon', icons, file, ['factors', id, 'icon'])),
      ...(rule.kind !== 'choice'
        ? []
        : [
            ...linkCondition(rule.asked_when, file, ['factors', id, 'asked_when'], rulebook),
            ...linkAskedWhen(rule.asked_when, file, ['factors', id, 'asked_when']),
            ...Object.values(rule.ticks).flatMap((sign) =>
              linkName(sign, 'sign', signs, file, ['factors', id, 'ticks']),
            ),
          ]),
    ]),
    ...Object.entries(rulebook.resources).flatMap(([id, rule]) => [
      ...rule.ask.flatMap((each, i) => linkCondition(each, file, ['resources', id, 'ask', i], rulebook)),
      ...rule.avoid.flatMap((each, i) => linkCondition(each, file, ['resources', id, 'avoid', i], rulebook)),
      ...cited(rule, ['resources', id]),
    ]),
    ...rulebook.sign_groups.flatMap((group, i) => [
      ...linkName(group.icon, 'icon', icons, file, ['sign_groups', i, 'icon']),
      ...linkCondition(group.first_when, file, ['sign_groups', i, 'first_when'], rulebook),
    ]),
    ...Object.entries(rulebook.signs).flatMap(([id, rule]) => [
      ...linkName(rule.group, 'sign group', groups, file, ['signs', id, 'group']),
      ...linkCondition(rule.when, file, ['signs', id, 'when'], rulebook),
      ...linkCondition(rule.raised_when, file, ['signs', id, 'raised_when'], rulebook),
      ...linkCondition(rule.emergency_if_ticked, file, ['signs', id, 'emergency_if_ticked'], rulebook),
      ...cited(rule, ['signs', id]),
    ]),
    ...rulebook.banned_phrases.flatMap((phrase, i) => {
      try {
        new RegExp(phrase.pattern, 'iu');
        return [];
      } catch {
        return [
          errorAt(
            file.place(['banned_phrases', i, 'pattern']),
            'bad-pattern',
            'This is not a regular expression that can be read',
            'Check the brackets, and double each backslash inside double quotes',
          ),
        ];
      }
    }),
  ];
}

/** A choice may itself be asked only sometimes: the answer would hang on the order of the rulebook, or on itself. */
function linkAskedWhen(
  condition: Condition | undefined,
  file: Located<Rulebook>,
  path: (string | number)[],
): Diagnostic[] {
  if (condition === undefined) return [];
  return factorTests(condition, path).flatMap((test) => {
    const kind = file.value.factors[test.factor]?.kind;
    if (kind === undefined || kind === 'age' || kind === 'yes-no') return [];
    return [
      errorAt(
        file.place(test.path, 'key'),
        'asked-when-choice',
        `\`asked_when\` tests \`${test.factor}\`, which is of kind ${kind}`,
        'Test only the age and yes-no factors here',
      ),
    ];
  });
}
