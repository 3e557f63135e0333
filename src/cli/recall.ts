/** `handout recall CONTENT-ID`: a content id or topic -> the sheets that went out of it: when, what, and where they lie. */

import { existsSync } from 'node:fs';
import { type Recalled, recall } from '../app/recall.ts';
import { readSettings } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { isFolder } from './checked-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { defaultFolder } from './place-output.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface RecallFlags {
  readonly records?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Looks into the records folder, and into the folders given, else into `output/`. */
export async function runRecall(
  asked: string,
  folders: readonly string[],
  flags: RecallFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const missing = folders.find((folder) => !isFolder(folder));
  if (missing !== undefined)
    throw new BadUsage(`There is no folder ${missing}`, 'Give folders in which sheets or manifests lie');
  const { records } = readSettings(flags, environment);
  const looked = [
    ...(records === undefined ? [] : [records]),
    ...(folders.length > 0 ? folders : [defaultFolder]),
  ];
  const found = await recall(
    asked,
    looked.filter((folder) => existsSync(folder)),
  );
  if (records === undefined)
    terminal.say('warning: records are switched off; only the folders were looked into');
  for (const { file, lines } of found.damaged)
    terminal.say(`warning: ${file}: ${lines} ${lines === 1 ? 'line' : 'lines'} could not be read`);
  for (const path of found.unread) terminal.say(`warning: ${path} may not be read`);
  if (flags.json === true) terminal.out(JSON.stringify({ asked, ...found }, null, 2));
  else if (found.sheets.length > 0) terminal.out(sheetTable(found));
  const { length } = found.sheets;
  terminal.say(
    length === 0
      ? `Nothing went out of \`${asked}\` that is known in: ${looked.join(', ')}`
      : `${length} ${length === 1 ? 'sheet' : 'sheets'}. Whom each was for, only your own patient records can tell.`,
  );
  return exitCode.done;
}

function sheetTable({ sheets }: Recalled): string {
  const rows = sheets.map((sheet) => [
    sheet.at?.slice(0, 16).replace('T', ' ') ?? 'not recorded',
    sheet.topic,
    sheet.language,
    sheet.contentId,
    sheet.paper ?? '-',
    sheet.override === undefined ? '' : `overdue: ${sheet.override.by}`,
    sheet.path ?? sheet.file ?? 'not found',
  ]);
  return table(['when (UTC)', 'topic', 'language', 'content id', 'paper', 'override', 'file'], rows);
}
