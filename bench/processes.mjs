/** A process -> the memory that it and all its children hold; a command -> the moments of its lines. */

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** In MB, shared pages counted once for all (PSS); Linux only, else nothing. */
export function memoryOf(pid) {
  const children = new Map();
  try {
    for (const each of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const parent = parentOf(each);
      children.set(parent, [...(children.get(parent) ?? []), each]);
    }
  } catch {
    return undefined;
  }
  const family = [String(pid)];
  for (const each of family) family.push(...(children.get(each) ?? []));
  return family.reduce((sum, each) => sum + pssOf(each), 0);
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}

function pssOf(pid) {
  try {
    const found = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(found?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs to the end; `made`: the moment of each event, in ms from the start. */
export async function runBatch(bin, args, { cores, env = process.env } = {}) {
  const line = [process.execPath, bin, 'batch', ...args, '--json'];
  const [command, ...rest] = cores === undefined ? line : ['taskset', '-c', cores, ...line];
  const start = performance.now();
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const made = [];
  let most = 0;
  let end;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(child.pid) ?? 0);
  }, 500);
  for await (const text of createInterface({ input: child.stdout })) {
    const event = JSON.parse(text);
    if (event.event === 'made') made.push(performance.now() - start);
    if (event.event === 'end') end = event;
  }
  clearInterval(timer);
  return { made, end, memory: most, seconds: (performance.now() - start) / 1000 };
}

/** Handouts a second once it is warm. */
export function rateOf(made) {
  const warm = Math.min(20, Math.floor(made.length / 4));
  return ((made.length - 1 - warm) * 1000) / (made.at(-1) - made[warm]);
}
