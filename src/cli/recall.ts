/** `handout recall CONTENT-ID`: a content id or topic -> the sheets that went out of it: when, what, and where they lie. */

import { type Recalled, recall } from '../app/recall.ts';
import { nearestName } from '../domain/nearest-name.ts';
import { unitNames } from '../read/content-folders.ts';
import { isContentId } from '../review/wanted.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { checkedSettings, isFolder } from './checked-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { defaultFolder } from './place-output.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface RecallFlags extends SettingFlags {
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
  const settings = checkedSettings(flags, environment);
  const { records } = settings;
  const named = flags.records ?? environment['HANDOUT_RECORDS'];
  if (named && records !== undefined && !isFolder(records))
    throw new BadUsage(
      `There is no folder of records ${records}`,
      'Name the one in which sheets were recorded, or off',
    );
  const looked = [records, ...(folders.length > 0 ? folders : [defaultFolder])].filter(
    (folder): folder is string => folder !== undefined && isFolder(folder),
  );
  if (looked.length === 0)
    throw new BadUsage(
      `There is nowhere to look: no ${[records, defaultFolder].filter((folder) => folder).join(' and no ')}`,
      'Name the folders in which sheets or manifests lie, or --records',
    );
  const found = await recall(asked, looked);
  if (found.sheets.length === 0) refuseUnknown(asked, unitNames(settings.content, 'topics'));
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

/** "Nothing went out" about a name with a slip in it would be false comfort. */
function refuseUnknown(asked: string, topics: readonly string[]): void {
  if (isContentId(asked) || topics.includes(asked)) return;
  const near = nearestName(asked, topics);
  throw new BadUsage(
    `\`${asked}\` is no content id and no topic, and no sheet that was found is of it`,
    near === undefined
      ? 'Copy the content id from the foot of the sheet, such as BMS-EN-1A2B3C; `handout topics` lists the topics'
      : `Did you mean \`${near}\`?`,
  );
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
