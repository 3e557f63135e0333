/** The name and the first text of a roster -> the form in which it is written. */

type RosterKind = 'csv' | 'json-lines' | 'json' | 'yaml';

const byEnding: Readonly<Record<string, RosterKind>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
};

/** A name that tells nothing leaves it to the first characters, as on standard input. */
export function rosterKind(name: string, start: string): RosterKind {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = byEnding[ending];
  if (known !== undefined) return known;
  const text = start.trimStart();
  if (text.startsWith('{')) return 'json-lines';
  if (text.startsWith('[')) return 'json';
  return /^(---|- |-\n)/.test(text) ? 'yaml' : 'csv';
}
