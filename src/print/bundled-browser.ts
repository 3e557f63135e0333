/** The packed browser inside @sparticuz/chromium -> a browser unpacked in the cache, whole or not at all. */

import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import type { ExtractOptions } from 'tar-fs';
import { makeOwnedFolder, removeFolder } from './owned-folder.ts';
import { isSealed, seal } from './sealed-folder.ts';

export interface BundledBrowser {
  readonly executable: string;
  /** What the browser needs in its environment: its own libraries, and a configuration with its own fallback font. */
  readonly env: { readonly LD_LIBRARY_PATH: string; readonly FONTCONFIG_FILE: string };
}

export interface UnpackOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told once, before the two seconds of work on first use. */
  readonly onProgress?: ((message: string) => void) | undefined;
}

/** Without this, root would give the files to whoever packed the archive; the types don't know it. */
const AS_OURS: ExtractOptions & { chown: boolean } = { chown: false };

/** Why the bundled browser can't run on this machine; undefined when it can. */
export function bundledUnsupported(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it is made for Linux on x64 only';
  if (!existsSync('/lib64/ld-linux-x86-64.so.2')) return 'it needs glibc, which this Linux does not have';
  return undefined;
}

/** The version of the package, which is the major version of its Chromium; undefined when it isn't installed. */
export function bundledVersion(): string | undefined {
  return findPackage()?.version;
}

/** Where the browser is, or will be, unpacked; undefined when the package isn't installed. */
export function bundledFolder(cache: string): string | undefined {
  const version = bundledVersion();
  return version === undefined ? undefined : join(cache, `chromium-${version}`);
}

/** Whether the browser stands whole in the cache. */
export async function isUnpacked(cache: string): Promise<boolean> {
  const folder = bundledFolder(cache);
  return folder !== undefined && (await isSealed(folder));
}

/**
 * The bundled browser, unpacked on first use. Safe when several processes do this at once, and when one is killed
 * half-way: a folder gets its name only when it is whole and on the disk. Rejects with the file error, or on abort.
 */
export async function bundledBrowser(cache: string, options: UnpackOptions = {}): Promise<BundledBrowser> {
  const source = findPackage();
  const folder = bundledFolder(cache);
  if (source === undefined || folder === undefined)
    throw new Error('The package @sparticuz/chromium is not installed');
  if (!(await isSealed(folder))) {
    options.onProgress?.('Unpacking the browser, once. This takes a few seconds.');
    await unpack(source.bin, cache, folder, options.signal);
  }
  return {
    executable: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function unpack(bin: string, cache: string, folder: string, signal?: AbortSignal): Promise<void> {
  const draft = await makeOwnedFolder(cache);
  const { extract } = await import('tar-fs');
  try {
    await Promise.all([
      inflate(join(bin, 'chromium.br'), createWriteStream(join(draft, 'chromium'), { mode: 0o700 }), signal),
      inflate(join(bin, 'al2023.tar.br'), extract(draft, AS_OURS), signal),
      inflate(join(bin, 'fonts.tar.br'), extract(draft, AS_OURS), signal),
      mkdir(join(draft, 'fontconfig-cache')),
    ]);
    // The package's own file names folders of a cloud platform: without fonts the browser prints empty pages.
    await writeFile(join(draft, 'fonts.conf'), fontsConf(folder));
    await seal(draft, folder);
    await settle(draft, folder);
  } finally {
    await removeFolder(draft);
  }
}

async function inflate(from: string, to: NodeJS.WritableStream, signal?: AbortSignal): Promise<void> {
  // An abort may reach the target once more after the pipeline has let go of it: told already, it must not end us.
  to.on('error', () => undefined);
  await pipeline(
    createReadStream(from),
    createBrotliDecompress(),
    to,
    signal === undefined ? {} : { signal },
  );
}

/** Gives the draft its name; when another process was first, its copy stays and ours goes. */
async function settle(draft: string, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(draft, folder);
    } catch (error) {
      if (await isSealed(folder)) return;
      if (attempt === 3) throw error;
      // Something of that name that isn't whole: put it aside, for the sweep of abandoned folders to take.
      const aside = await makeOwnedFolder(dirname(folder));
      await rename(folder, join(aside, 'broken')).catch(() => undefined);
      await removeFolder(aside);
    }
  }
}

function fontsConf(folder: string): string {
  const text = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${text(join(folder, 'fonts'))}</dir>
  <cachedir>${text(join(folder, 'fontconfig-cache'))}</cachedir>
</fontconfig>
`;
}

function findPackage(): { readonly bin: string; readonly version: string } | undefined {
  const require = createRequire(import.meta.url);
  try {
    // The package exports only its main module, build/cjs/index.cjs; what we need lies beside `build`.
    const root = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
    const { version } = require(join(root, 'package.json')) as { version: string };
    return { bin: join(root, 'bin'), version };
  } catch {
    return undefined;
  }
}
