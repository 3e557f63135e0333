/** A job and `--name-by` -> the name of its file, each given once in a run. */

export type NameBy = 'hash' | 'id' | 'code';

export interface NamedJob {
  /** Its key: 32 hex digits. */
  readonly job: string;
  readonly id: string;
  readonly topic: string;
  readonly language: string;
  /** ICD-10-CM, of the topic. */
  readonly codes: readonly string[];
  readonly format?: 'pdf' | 'html';
}

export type GivenName =
  | {
      readonly ok: true;
      readonly name: string;
      /** By code: the names of the topic's further codes, for the same bytes. */
      readonly also: readonly string[];
    }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly hint: string };

/** Room for what a system puts before and behind a name of 255 bytes. */
const longest = 200;
/** Windows keeps these for devices, whatever the ending. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|_|$)/i;

/** Gives names; the second asking for a name of this run is told so. */
export function fileNames(by: NameBy): (job: NamedJob) => GivenName {
  const taken = new Set<string>();
  return (job) => {
    const given = nameOf(by, job);
    if (!given.ok) return given;
    // On many systems `A.pdf` and `a.pdf` are one file.
    const names = [given.name, ...given.also].map((name) => name.toLowerCase());
    if (names.some((name) => taken.has(name))) return nameTaken(by);
    for (const name of names) taken.add(name);
    return given;
  };
}

function nameOf(by: NameBy, { job, id, topic, language, codes, format = 'pdf' }: NamedJob): GivenName {
  if (by === 'hash')
    return { ok: true, name: `${topic}_${language}_${job.slice(0, 16)}.${format}`, also: [] };
  if (by === 'id') return byId(id, `_${topic}_${language}.${format}`);
  const [name, ...also] = codes.map(
    (code) => `icd10_${escaped(code).toLowerCase()}_${language.toLowerCase()}.${format}`,
  );
  if (name === undefined)
    return {
      ok: false,
      code: 'no-code',
      message: `The topic \`${topic}\` has no code to be named by`,
      hint: 'Give it `codes` in its topic.yaml, or use --name-by hash',
    };
  return { ok: true, name, also };
}

function byId(id: string, end: string): GivenName {
  const stem = escaped(id).replace(reserved, (word) => `${percent(word.charAt(0))}${word.slice(1)}`);
  if (stem === '' || stem.length + end.length > longest)
    return {
      ok: false,
      code: stem === '' ? 'id-empty' : 'id-too-long',
      message: stem === '' ? 'An empty id can not name a file' : 'The id is too long to name a file',
      hint: 'Give shorter ids, or use --name-by hash',
    };
  return { ok: true, name: `${stem}${end}`, also: [] };
}

/** Two texts never share a name: the percent sign itself is written as its number too. */
function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]|^[.-]/gu, percent);
}

function percent(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

function nameTaken(by: NameBy): GivenName {
  const code = by === 'code' ? 'name-taken' : 'id-twice';
  const message =
    by === 'code'
      ? 'Another handout of this run has the same code and language, and so the same file name'
      : 'An earlier row has the same id, topic and language, and so the same file name';
  const hint =
    by === 'code'
      ? 'Names by code are for one sheet of each topic and language: ask for one size and one paper, or use --name-by hash'
      : by === 'id'
        ? 'Give each row an id of its own, also where only capitals differ, or use --name-by hash'
        : 'Give each row an id of its own';
  return { ok: false, code, message, hint };
}
