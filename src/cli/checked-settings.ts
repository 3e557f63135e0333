/** Flags and environment -> the settings, once the folder for the clinic's own content is known to be there. */

import { statSync } from 'node:fs';
import { readSettings, type SettingFlags, type Settings } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';

/** A content folder that is not there would go unnoticed: the shipped content would take its place. */
export function checkedSettings(flags: SettingFlags, environment: NodeJS.ProcessEnv): Settings {
  const settings = readSettings(flags, environment);
  const { own } = settings.content;
  if (own !== undefined && !isFolder(own)) {
    const name = flags.content === undefined ? 'HANDOUT_CONTENT' : '--content';
    throw new BadUsage(`${name} names no folder: ${own}`, 'Give a folder laid out like content/');
  }
  return settings;
}

/** False too for what cannot be looked at, such as a path that leads through a file. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
