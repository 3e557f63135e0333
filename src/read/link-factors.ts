/** Conditions wherever they stand -> a diagnostic for each factor or value that the rulebook does not have. */

import { type Condition, factorTests } from '../domain/condition.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import { factorValues } from '../domain/profile.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { FieldPath } from './field-path.ts';
import type { Located } from './located.ts';

export function linkCondition(
  condition: Condition | undefined,
  file: Located<unknown>,
  path: FieldPath,
  rulebook: Rulebook,
): Diagnostic[] {
  if (condition === undefined) return [];
  return factorTests(condition, path).flatMap((test) => {
    const rule = rulebook.factors[test.factor];
    const place = file.place(test.path, 'key');
    if (rule === undefined) {
      const near = nearestName(test.factor, Object.keys(rulebook.factors));
      return [
        errorAt(
          place,
          'unknown-factor',
          `\`${test.factor}\` is no factor of the rulebook`,
          near === undefined
            ? `Use one of: ${Object.keys(rulebook.factors).join(', ')}`
            : `Did you mean \`${near}\`?`,
        ),
      ];
    }
    const values =
      factorValues(rule) ?? (rule.kind === 'drug' ? ['yes', 'none', 'unknown', ...rule.names] : []);
    return test.values
      .filter((value) => !values.includes(value))
      .map((value) =>
        errorAt(
          file.place(test.path),
          'unknown-value',
          `\`${value}\` is no value of \`${test.factor}\``,
          `Use one of: ${values.join(', ')}`,
        ),
      );
  });
}
