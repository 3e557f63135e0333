/** Diagnostics -> the lines a person reads in the terminal: by file, in order of place, with a count. */

import type { Diagnostic } from '../domain/diagnostic.ts';

/** Ends with a line break; empty text when there is nothing to say. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = byFile.get(diagnostic.file);
    if (group === undefined) byFile.set(diagnostic.file, [diagnostic]);
    else group.push(diagnostic);
  }
  const groups = [...byFile.values()].map((group) => group.sort(byPlace).map(entry).join(''));
  return `${groups.join('\n')}\n${count(diagnostics, byFile.size)}\n`;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function entry(diagnostic: Diagnostic): string {
  const place = [diagnostic.file, diagnostic.line, diagnostic.column].filter((part) => part !== undefined);
  const first = `${place.join(':')}: ${diagnostic.severity}: ${diagnostic.message} (${diagnostic.code})`;
  const hint = diagnostic.hint === undefined ? '' : `    hint: ${oneLine(diagnostic.hint)}\n`;
  return `${oneLine(first)}\n${hint}`;
}

/** A file's name may hold anything: a control character would steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\p{Cc}/gu, '?');
}

function count(diagnostics: readonly Diagnostic[], files: number): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const parts = [amount(errors, 'error'), amount(diagnostics.length - errors, 'warning')];
  const told = parts.filter((part) => part !== undefined).join(', ');
  return files > 1 ? `${told} in ${files} files` : told;
}

function amount(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
