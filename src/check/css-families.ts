/** A font-family declaration, followed through its variables -> the families in it that are not shipped. */

import type { CssPiece } from './css-scan.ts';

const KEYWORD = /^(?:inherit|initial|unset|revert|revert-layer)$/i;
const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g;

export function foreignFamilies(
  piece: CssPiece,
  all: readonly CssPiece[],
  families: readonly string[],
): string[] {
  if (piece.property !== 'font-family') return [];
  const allowed = new Set(families.map((name) => name.toLowerCase()));
  return namesIn(piece.text, all, new Set()).filter((name) => !allowed.has(name.toLowerCase()));
}

/** A variable that no sheet sets is set when the page is made, from the catalogue of fonts. */
function namesIn(value: string, all: readonly CssPiece[], followed: ReadonlySet<string>): string[] {
  const variables = [...value.matchAll(VARIABLE)];
  const fromVariables = variables.flatMap(([, name = '', otherwise = '']) => {
    if (followed.has(name)) return [];
    const values = all.filter(({ property }) => property === name.toLowerCase()).map(({ text }) => text);
    return [...values, otherwise].flatMap((text) => namesIn(text, all, new Set([...followed, name])));
  });
  const written = value
    .replace(VARIABLE, '')
    .replace(/\s*!important$/i, '')
    .split(',')
    .map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((name) => name !== '' && !KEYWORD.test(name));
  return [...written, ...fromVariables];
}
