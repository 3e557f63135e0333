/** This machine -> what printing needs and whether it is there, with what to do where it is not. */

import { Fault } from '../domain/fault.ts';
import { openCache } from './browser-cache.ts';
import { bundledFolder, bundledUnsupported, bundledVersion, isUnpacked } from './bundled-browser.ts';
import { type LaunchOptions, launchBrowser, type RunningBrowser } from './launch.ts';
import { openGuardedPage } from './page-guard.ts';
import { printDocument } from './print-document.ts';
import { sandboxState } from './sandbox-state.ts';

export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly detail: string;
  readonly hint?: string;
}

/** Starts the browser and prints a line of text to find out; rejects only with Fault `interrupted`. */
export async function examinePrinting(options: LaunchOptions): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  try {
    const cache = await openCache(options.env);
    findings.push({ name: 'cache folder', state: 'ok', detail: cache });
    findings.push(await bundledFinding(cache));
    const running = await launchBrowser(options);
    try {
      findings.push(...(await browserFindings(running)));
    } finally {
      await running.process.close();
    }
  } catch (error) {
    if (error instanceof Fault && error.code === 'interrupted') throw error;
    findings.push(problemOf(error));
  }
  return findings;
}

async function bundledFinding(cache: string): Promise<Finding> {
  const name = 'bundled browser';
  const unsupported = bundledUnsupported();
  if (unsupported !== undefined) {
    const hint = 'Chrome, Chromium or Edge will be used if it is installed.';
    return { name, state: 'warning', detail: `Not for this machine: ${unsupported}`, hint };
  }
  const version = bundledVersion();
  if (version === undefined) {
    const hint = 'Install the program again with its dependencies (`npm ci`).';
    return { name, state: 'problem', detail: 'The package @sparticuz/chromium is missing', hint };
  }
  const where = (await isUnpacked(cache)) ? `unpacked in ${bundledFolder(cache)}` : 'not unpacked before now';
  return { name, state: 'ok', detail: `@sparticuz/chromium ${version}, ${where}` };
}

async function browserFindings({ browser, facts }: RunningBrowser): Promise<Finding[]> {
  const used = `${facts.source}: version ${facts.version}, ${facts.executable}`;
  const passedOver = facts.skipped.map(({ source, executable, reason }) => ({
    name: 'passed over',
    state: 'warning' as const,
    detail: `${executable ?? source}: ${reason}`,
  }));
  const page = await openGuardedPage(browser);
  const sandbox = sandboxFinding(facts.sandbox, await sandboxState(browser));
  const document = printDocument(page, undefined);
  await document.load(SPECIMEN);
  const { pdf, fonts } = await document.pdf();
  return [
    { name: 'browser', state: 'ok', detail: used },
    ...passedOver,
    sandbox,
    fontFinding(fonts),
    tagFinding(pdf),
  ];
}

const SPECIMEN =
  '<!doctype html><html lang="en"><head><title>Test</title></head><body><h1>Test</h1><p>abc</p></body></html>';

function sandboxFinding(asked: boolean, state: 'on' | 'off' | 'unknown'): Finding {
  const name = 'sandbox';
  if (state === 'on') return { name, state: 'ok', detail: 'On' };
  if (state === 'unknown')
    return { name, state: 'ok', detail: `${asked ? 'Asked for' : 'Off'}; this system can't tell` };
  return {
    name,
    state: asked ? 'problem' : 'warning',
    detail: asked ? 'Off, although it was asked for' : 'Off',
    hint: 'Run the program as an ordinary user, not as root; or let a container be the boundary.',
  };
}

function fontFinding(fonts: readonly string[]): Finding {
  const name = 'fallback font';
  if (fonts.length > 0) return { name, state: 'ok', detail: fonts.join(', ') };
  const hint = 'Install a font package (for example fonts-dejavu) or use the bundled browser.';
  return { name, state: 'problem', detail: 'This browser finds no fonts: its pages would stay empty', hint };
}

function tagFinding(pdf: Uint8Array): Finding {
  const text = Buffer.from(pdf).toString('latin1');
  const absent = ['/StructTreeRoot', '/Outlines', '/Lang'].filter((key) => !text.includes(key));
  const name = 'accessible PDF';
  if (absent.length === 0) return { name, state: 'ok', detail: 'Tags, bookmarks and language are written' };
  const hint = 'Use the bundled browser or a newer one.';
  return { name, state: 'problem', detail: `This browser leaves out ${absent.join(', ')}`, hint };
}

function problemOf(error: unknown): Finding {
  const hint = error instanceof Fault ? error.hint : undefined;
  const detail = error instanceof Error ? error.message : String(error);
  return { name: 'browser', state: 'problem', detail, ...(hint === undefined ? {} : { hint }) };
}
