/** The rulebook's signs -> a diagnostic for each core sign that is missing, lowered or made to depend on an answer. */

import { coreSigns } from '../domain/core-signs.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Located } from './located.ts';

export function linkSigns(file: Located<Rulebook>): Diagnostic[] {
  const { signs } = file.value;
  const core = [...coreSigns].flatMap(([id, urgency]): Diagnostic[] => {
    const rule = signs[id];
    if (rule === undefined) {
      const hint = `Write the sign ${id} again: every sheet must print it`;
      return [errorAt(file.place(['signs'], 'key'), 'core-sign', `The core sign \`${id}\` is missing`, hint)];
    }
    const raisedForAll = rule.urgency === 'emergency';
    if (rule.urgency !== urgency && !raisedForAll) {
      return [
        errorAt(
          file.place(['signs', id, 'urgency']),
          'core-sign',
          `The core sign \`${id}\` is ${urgency}, and may only be raised`,
          `Write \`urgency: ${urgency}\``,
        ),
      ];
    }
    if (rule.when === undefined) return [];
    return [
      errorAt(
        file.place(['signs', id, 'when'], 'key'),
        'core-sign',
        `The core sign \`${id}\` is for everyone`,
        'Remove its `when:`; add a sign of another id for some patients',
      ),
    ];
  });
  const lost = Object.entries(signs)
    .filter(([, rule]) => rule.when === undefined && rule.group === 'for-you')
    .map(([id]) =>
      errorAt(
        file.place(['signs', id, 'group']),
        'sign-without-place',
        `The sign \`${id}\` is for everyone, but stands in the group of signs that a factor adds`,
        'Give it a group of `sign_groups`',
      ),
    );
  return [...core, ...lost];
}
