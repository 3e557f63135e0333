/** `--report` -> nothing when a page can be written there, else a command line that can't be obeyed; known before the long work. */

import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BadUsage } from './bad-usage.ts';
import { isFolder } from './checked-settings.ts';

export function checkReportPlace(path: string | undefined): void {
  if (path === undefined) return;
  if (path.trim() === '') throw new BadUsage('--report names no file', 'Give a file, such as report.html');
  if (isFolder(path) || /[\\/]$/.test(path))
    throw new BadUsage(`--report names a folder: ${path}`, 'Give a file in it, such as report.html');
  // A device or a pipe is written to as it is.
  if (existsSync(path) && !statSync(path).isFile()) return;
  const folder = nearestFolder(resolve(path));
  if (!isFolder(folder))
    throw new BadUsage(`--report leads through a file: ${folder}`, 'Give a file in a folder');
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new BadUsage(`--report can not be written: no permission in ${folder}`, 'Give another folder');
  }
}

/** Folders that are missing are made; what counts is the lowest that is there. */
function nearestFolder(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) || parent === path ? parent : nearestFolder(parent);
}
