/** A content id or topic, and folders -> what went out of it, from records, manifests and the sheets that still lie there. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { HandoutRecord } from '../domain/handout-record.ts';
import { handedOut } from '../read/handed-out.ts';
import { readRecords } from '../read/read-records.ts';
import { type Wanted, wanted } from '../review/wanted.ts';

export interface RecalledSheet
  extends Pick<HandoutRecord, 'topic' | 'language' | 'contentId'>,
    Partial<Pick<HandoutRecord, 'at' | 'style' | 'paper' | 'file' | 'sha256' | 'override'>> {
  /** Where the sheet lies, when it was found. */
  readonly path?: string;
  /** The file that tells of it: records, a manifest, or the sheet itself. */
  readonly known: string;
}

export interface Recalled {
  readonly sheets: readonly RecalledSheet[];
  /** Files with lines that could not be read. */
  readonly damaged: readonly { readonly file: string; readonly lines: number }[];
  /** Files and folders that may not be read. */
  readonly unread: readonly string[];
  readonly looked: { readonly records: number; readonly sheets: number };
}

export async function recall(asked: string, folders: readonly string[]): Promise<Recalled> {
  const want = wanted(asked);
  const found = handedOut(folders);
  const unread = [...found.unread];
  const damaged: { file: string; lines: number }[] = [];
  const recorded = new Map<string, RecalledSheet>();
  for (const file of found.records) {
    const read = await readRecords(file).catch(() => undefined);
    if (read === undefined) unread.push(file);
    else if (read.damaged > 0) damaged.push({ file, lines: read.damaged });
    // An override is told a second time by the sheet that it led to.
    const lines = [...(read?.records ?? [])].sort((a, b) => b.kind.localeCompare(a.kind));
    for (const record of lines.filter((each) => want.record(each))) add(recorded, record, file);
  }
  const lying = await sheetsOf(found.sheets, want, [...recorded.values()], unread);
  const sheets = [...recorded.values()].map((sheet) => {
    const same = lying.filter(({ sha256 }) => sha256 === sheet.sha256);
    // The same bytes may lie there twice, once under a name given by hand.
    const path = (same.find((each) => basename(each.path) === sheet.file) ?? same.at(-1))?.path;
    return path === undefined ? sheet : { ...sheet, path };
  });
  const known = new Set(sheets.map(({ sha256 }) => sha256));
  const more = lying.flatMap(({ path, sha256, named }): RecalledSheet[] =>
    named === undefined || known.has(sha256)
      ? []
      : [{ ...named, sha256, file: basename(path), path, known: path }],
  );
  const ordered = [...sheets, ...more].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
  return {
    sheets: ordered,
    damaged,
    unread,
    looked: { records: found.records.length, sheets: found.sheets.length },
  };
}

/** A batch tells in its manifest what the records tell too: the same moment and bytes are one sheet. */
function add(recorded: Map<string, RecalledSheet>, record: HandoutRecord, file: string): void {
  const key = `${record.at} ${record.contentId} ${record.sha256 ?? record.file ?? file}`;
  const { at, topic, language, contentId, style, paper, sha256, override } = record;
  const before = recorded.get(key);
  const name = record.file ?? before?.file;
  recorded.set(key, {
    topic,
    language,
    contentId,
    at,
    ...(style === undefined ? {} : { style }),
    ...(paper === undefined ? {} : { paper }),
    ...(name === undefined ? {} : { file: name }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(override === undefined ? {} : { override }),
    known: before?.known ?? file,
  });
}

interface Lying {
  readonly path: string;
  readonly sha256: string;
  readonly named: ReturnType<Wanted['file']>;
}

/** Sheets by their name, and by their bytes: one that was named by hand is found all the same. */
async function sheetsOf(
  paths: readonly string[],
  want: Wanted,
  recorded: readonly RecalledSheet[],
  unread: string[],
): Promise<Lying[]> {
  const hashes = new Set(recorded.map(({ sha256 }) => sha256));
  const lying: Lying[] = [];
  for (const path of paths) {
    const named = want.file(basename(path));
    if (named === undefined && hashes.size === 0) continue;
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) unread.push(path);
    if (bytes === undefined) continue;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (named !== undefined || hashes.has(sha256)) lying.push({ path, sha256, named });
  }
  return lying;
}
