/** A source in YAML or JSON -> its value with the place of every part, or everything that is wrong in it. */

import { LineCounter } from 'yaml';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { failure, type Outcome, settle } from '../domain/outcome.ts';
import type { FieldPath } from './field-path.ts';
import { jsonFault } from './json-syntax.ts';
import { byPlace, orderedDiagnostics } from './ordered-diagnostics.ts';
import type { SourceFile } from './source-file.ts';
import { emptySource } from './source-text.ts';
import { syntaxComplaints } from './yaml-complaints.ts';
import { offsetOf } from './yaml-place.ts';
import { composeDocument } from './yaml-syntax.ts';
import { buildValue } from './yaml-value.ts';

/** Levels of maps and lists in one file. */
const deepestLevel = 60;

export interface YamlValue {
  readonly file: string;
  /** Made of maps, lists, texts, numbers, booleans and nulls; at the top always a map. */
  readonly value: unknown;
  /** Where a path leads; where it leads nowhere, the key of the map in which it ends. */
  place(path: FieldPath, of?: 'key' | 'value'): Place;
}

/** JSON is read as the YAML that it also is; only in a file named `.json` is it held to JSON's own rules. */
export function parseYaml(source: SourceFile): Outcome<YamlValue> {
  const lines = new LineCounter();
  const file = source.name;
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, source.text.length));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };

  if (/\.json$/i.test(file)) {
    const found = jsonFault(source.text);
    if (found !== undefined) {
      lines.lineStarts = lineStarts(source.text);
      return failure([errorAt(placeAt(found.offset), found.code, found.message, found.hint)]);
    }
  }

  const composed = composeDocument(source.text, lines, deepestLevel);
  if ('tooDeepAt' in composed) {
    return failure([
      errorAt(
        placeAt(composed.tooDeepAt),
        'too-deep',
        `More than ${deepestLevel} levels stand inside each other`,
        'Check for brackets or dashes that repeat by mistake',
      ),
    ]);
  }

  if ('tooManyAt' in composed) {
    return failure([errorAt(placeAt(composed.tooManyAt), 'too-much', ...tooMuch)]);
  }
  const { document, nextDocumentAt } = composed;
  const root = document.contents;
  const syntax = syntaxComplaints(document, source.text, placeAt);
  if (nextDocumentAt !== undefined) {
    syntax.push(errorAt(placeAt(nextDocumentAt), 'several-documents', ...secondDocument));
  }
  const built = buildValue(root, placeAt);
  const diagnostics = tellOnce(syntax, built.diagnostics);
  if (diagnostics.length === 0) diagnostics.push(...topComplaints(built.value, placeAt(root?.range[0] ?? 0)));
  return settle(
    {
      file,
      value: built.value,
      place: (path, of = 'value') => placeAt(offsetOf(root, path, of, built.targets)),
    },
    orderedDiagnostics(diagnostics, file),
  );
}

function topComplaints(value: unknown, place: Place): Diagnostic[] {
  if (value === null) return [emptySource(place.file)];
  if (typeof value === 'object' && !Array.isArray(value)) return [];
  const hint = Array.isArray(value) ? 'Put the list under a key' : 'Write a colon and a space after each key';
  return [errorAt(place, 'not-a-map', 'This file must consist of `key: value` lines', hint)];
}

const tooMuch = [
  'This file holds too much to be read; reading stopped here',
  'Split it into several files',
] as const;

const secondDocument = [
  'A second document starts here',
  'Remove the line `---`, or put the second part into a file of its own',
] as const;

/** In order of place; on a line that isn't YAML only the first fault, because the others follow from it. */
function tellOnce(syntax: readonly Diagnostic[], meaning: readonly Diagnostic[]): Diagnostic[] {
  const broken = new Set(syntax.map((one) => one.line));
  const told = new Set<number | undefined>();
  return [...syntax, ...meaning].sort(byPlace).filter((one) => {
    const isFirst = !told.has(one.line);
    told.add(one.line);
    return isFirst || !broken.has(one.line);
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
