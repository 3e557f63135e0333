/** What the caller asked for -> a running browser, or a Fault that says what was tried and what to do. */

import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'puppeteer';
import { Fault } from '../domain/fault.ts';
import { type Environment, openCache } from './browser-cache.ts';
import { browserFlags } from './browser-flags.ts';
import { BrowserProcess } from './browser-process.ts';
import {
  type BrowserCandidate,
  type BrowserSource,
  type FindOptions,
  findBrowsers,
  type SkippedBrowser,
} from './find-browser.ts';
import { reasonOfEnd } from './launch-reason.ts';
import { loadPuppeteer } from './load-puppeteer.ts';
import { makeOwnedFolder, sweepAbandoned } from './owned-folder.ts';

/** Page margin boxes, which the handouts print their page numbers in, came with Chrome 131. */
const OLDEST_MAJOR = 131;
const START_TIMEOUT_MS = 30_000;
const PROTOCOL_TIMEOUT_MS = 30_000;

export interface LaunchOptions extends FindOptions {
  /** Only for a container that is itself the boundary; as root the sandbox can't work and is off anyway. */
  readonly sandbox?: 'off' | undefined;
}

/** Which browser runs, for logs and for the person who asks why. */
export interface BrowserFacts {
  readonly source: BrowserSource;
  readonly executable: string;
  /** For example `147.0.7727.0`. */
  readonly version: string;
  readonly headlessShell: boolean;
  /** Whether it was asked to run in its sandbox. */
  readonly sandbox: boolean;
  /** Browsers that come before it in the order of choice, and why each was not used. */
  readonly skipped: readonly SkippedBrowser[];
}

export interface RunningBrowser {
  readonly browser: Browser;
  readonly process: BrowserProcess;
  readonly facts: BrowserFacts;
}

/** Tries the candidates in order; Fault `browser-missing`, `browser-failed`, or `interrupted` on abort. */
export async function launchBrowser(options: LaunchOptions): Promise<RunningBrowser> {
  const cache = await openCache(options.env);
  void sweepAbandoned(cache);
  const skipped: SkippedBrowser[] = [];
  let tried = false;
  try {
    for await (const finding of findBrowsers(cache, options)) {
      options.signal?.throwIfAborted();
      if ('skipped' in finding) {
        skipped.push(finding.skipped);
        continue;
      }
      tried = true;
      const { source, executable } = finding.candidate;
      const started = await start(finding.candidate, cache, options);
      // A browser that was ended on request has not failed.
      if ('reason' in started) options.signal?.throwIfAborted();
      if ('reason' in started) skipped.push({ source, executable, reason: started.reason });
      else return { ...started, facts: { ...started.facts, skipped } };
    }
  } catch (error) {
    if (options.signal?.aborted) throw new Fault('interrupted', 'The work was interrupted', { cause: error });
    throw error;
  }
  throw failure(tried, skipped);
}

async function start(
  candidate: BrowserCandidate,
  cache: string,
  options: LaunchOptions,
): Promise<RunningBrowser | { readonly reason: string }> {
  const { source, executable, headlessShell } = candidate;
  const sandbox = options.sandbox !== 'off' && process.getuid?.() !== 0;
  const profile = await makeOwnedFolder(cache);
  const flags = browserFlags({ profile, sandbox, headlessShell });
  const child = new BrowserProcess(
    executable,
    flags,
    environmentOf(candidate, options.env, profile),
    profile,
  );
  const stop = () => child.kill();
  options.signal?.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(stop, START_TIMEOUT_MS);
  try {
    // Loading Puppeteer keeps this process busy while the other one starts: so starting costs no time of its own.
    const browser = await Promise.race([connect(child), child.ended.then(() => undefined)]);
    const version = (await browser?.version())?.split('/')[1];
    if (browser !== undefined && version !== undefined && Number.parseInt(version, 10) >= OLDEST_MAJOR) {
      return {
        browser,
        process: child,
        facts: { source, executable, version, headlessShell, sandbox, skipped: [] },
      };
    }
    const tooOld = version && `its version ${version} is older than ${OLDEST_MAJOR}`;
    await child.close();
    return { reason: tooOld || reasonOfEnd(await child.ended, child.lastWords) };
  } catch (error) {
    // The pipe breaks a moment before the process is gone, and its own words explain more than the broken pipe.
    const end = await Promise.race([child.ended, delay(1_000, undefined, { ref: false })]);
    await child.close();
    options.signal?.throwIfAborted();
    return {
      reason: end === undefined ? `it does not answer (${String(error)})` : reasonOfEnd(end, child.lastWords),
    };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
}

async function connect(child: BrowserProcess): Promise<Browser> {
  return loadPuppeteer().connect({
    transport: child.transport,
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    defaultViewport: null,
    // Our page guard watches over the network itself.
    networkEnabled: false,
    issuesEnabled: false,
  });
}

/** The bundled browser gets few variables, and a home in its profile: it leaves nothing in the person's own. */
function environmentOf(
  { source, env }: BrowserCandidate,
  ours: Environment,
  profile: string,
): Record<string, string> {
  if (source === 'bundled')
    return { PATH: ours.PATH ?? '', HOME: profile, TMPDIR: profile, TZ: 'UTC', ...env };
  const named = Object.entries(ours).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { ...Object.fromEntries(named), ...env };
}

function failure(tried: boolean, skipped: readonly SkippedBrowser[]): Fault {
  const reasons = skipped
    .map(({ source, executable, reason }) => `${executable ?? source}: ${reason}`)
    .join('; ');
  if (!tried) {
    const hint = 'Install Chrome, Chromium or Edge, then run `handout doctor`.';
    return new Fault('browser-missing', `No browser was found (${reasons})`, { hint });
  }
  const hint = reasons.includes('sandbox')
    ? 'Allow user namespaces on this system, or install Chrome; only in a container may the sandbox be switched off.'
    : 'Run `handout doctor`; an installed Chrome, Chromium or Edge also serves.';
  return new Fault('browser-failed', `No browser could be started (${reasons})`, { hint });
}
