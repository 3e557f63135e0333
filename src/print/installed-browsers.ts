/** The environment -> the paths of browsers that stand on this machine, the fastest kind first. */

import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { type Environment, homeFolder } from './browser-cache.ts';

const COMMANDS = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
] as const;

/** Paths that exist and may be run; not yet started, so their version is unknown. */
export async function installedBrowsers(env: Environment): Promise<string[]> {
  const paths = process.platform === 'win32' ? windowsPaths(env) : [...onPath(env), ...macPaths(env)];
  const there = await Promise.all(paths.map(mayRun));
  return paths.filter((path, index) => there[index] && paths.indexOf(path) === index);
}

function onPath(env: Environment): string[] {
  // A relative folder on the PATH means "wherever the person stands": not a place to run a browser from.
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  // Debian keeps its headless shell off the PATH.
  return COMMANDS.flatMap((command) =>
    [...folders, '/usr/lib/chromium'].map((folder) => join(folder, command)),
  );
}

function macPaths(env: Environment): string[] {
  if (process.platform !== 'darwin') return [];
  return ['/Applications', join(homeFolder(env), 'Applications')].flatMap((folder) =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
      join(folder, `${name}.app/Contents/MacOS/${name}`),
    ),
  );
}

function windowsPaths(env: Environment): string[] {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (root) => root !== undefined,
  );
  return [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ].flatMap((path) => roots.map((root) => join(root, path)));
}

async function mayRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
