/** A clinic's own content folder -> a diagnostic for each entry that would be passed over without a word. */

import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';

/** What the program looks for in a content folder. */
const units = [
  'rulebook.yaml',
  'clinic.yaml',
  'icons.yaml',
  'claims.yaml',
  'sources.yaml',
  'ledger.yaml',
  'never.yaml',
  'plain-words.yaml',
  'withdrawn.yaml',
  'approvals',
  'appraisals',
  'shared',
  'topics',
  'locales',
  'figures',
  'sets',
];

/** A rulebook that is misspelled, or can't be read, must not leave the shipped one in force unnoticed. */
export function ownUnitProblems(own: string | undefined): Diagnostic[] {
  if (own === undefined) return [];
  return readdirSync(own).flatMap((name) => {
    const path = join(own, name);
    if (name.startsWith('.') || /\.(md|txt)$/i.test(name)) return [];
    if (!units.includes(name)) {
      const near = nearestName(name, units);
      // Letterheads of several sites may stand here under any name.
      if (near === undefined && name.endsWith('.yaml')) return [];
      const hint = near === undefined ? `Content is: ${units.join(', ')}` : `Did you mean \`${near}\`?`;
      return [
        errorAt(
          { file: path },
          'unknown-unit',
          'This is no part of the content, so it would not be used',
          hint,
        ),
      ];
    }
    return broken(path);
  });
}

function broken(path: string): Diagnostic[] {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) {
      return readdirSync(path).flatMap((name) => {
        const inner = join(path, name);
        const strange =
          !name.startsWith('.') && !/\.(yaml|md|txt)$/i.test(name) && !statSync(inner).isDirectory();
        const hint = 'Content files end in .yaml';
        return strange ? [errorAt({ file: inner }, 'unknown-unit', 'This would not be used', hint)] : [];
      });
    }
    return [];
  } catch {
    const link = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return [
      errorAt(
        { file: path },
        'unreadable-unit',
        link ? 'This link leads nowhere, or to what may not be read' : 'This may not be read',
        'Mend it, or remove it: then the shipped content is used',
      ),
    ];
  }
}
