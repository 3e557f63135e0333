/** A running browser with an open page -> whether the process that draws pages is really shut in. */

import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer';

/** `unknown` where the system has no /proc to ask. */
export type SandboxState = 'on' | 'off' | 'unknown';

/** Asks the kernel, not the command line: a filter on system calls, and numbers of processes of its own. */
export async function sandboxState(browser: Browser): Promise<SandboxState> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter((info) => info.type === 'renderer');
  const states = await Promise.all(renderers.map((info) => stateOf(info.id)));
  if (states.includes('off')) return 'off';
  return states.includes('on') ? 'on' : 'unknown';
}

async function stateOf(pid: number): Promise<SandboxState> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  if (status === '') return 'unknown';
  const filtered = /^Seccomp:\s*2$/m.test(status);
  const apart = (/^NSpid:(.*)$/m.exec(status)?.[1]?.trim().split(/\s+/).length ?? 1) > 1;
  return filtered && apart ? 'on' : 'off';
}
