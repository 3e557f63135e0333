/** A process -> the memory and the processor time that it and all its children take; a command -> the moments of its lines. */

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** In MB, shared pages counted once for all (PSS); Linux only, else nothing. */
export function memoryOf(pid) {
  return familyOf(pid)?.reduce((sum, each) => sum + pssOf(each), 0);
}

/** Processor time in ms that its processes have taken until now, by process, with what it is; Linux only, else nothing. */
export function cpuOf(pid) {
  return new Map(
    (familyOf(pid) ?? []).flatMap((each) => {
      const fields = statOf(each);
      if (fields === undefined) return [];
      // In hundredths of a second, in the program and in the kernel.
      const ms = (Number(fields[11]) + Number(fields[12])) * 10;
      return [[each, { kind: each === String(pid) ? 'node' : kindOf(each), ms }]];
    }),
  );
}

/** How long all threads of its processes have run until now, in ms, to the microsecond; Linux only, else nothing. */
export function ranOf(pid) {
  let nanoseconds = 0;
  for (const each of familyOf(pid) ?? []) {
    try {
      for (const thread of readdirSync(`/proc/${each}/task`))
        nanoseconds += Number(readFileSync(`/proc/${each}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return nanoseconds / 1e6;
}

/** A process with all its children, as far as /proc tells. */
function familyOf(pid) {
  const children = new Map();
  try {
    for (const each of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const parent = statOf(each)?.[1];
      children.set(parent, [...(children.get(parent) ?? []), each]);
    }
  } catch {
    return undefined;
  }
  const family = [String(pid)];
  for (const each of family) family.push(...(children.get(each) ?? []));
  return family;
}

/** What stands behind the name of the program, which may hold anything. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function kindOf(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    return /--type=([\w-]+)/.exec(line)?.[1] ?? 'browser';
  } catch {
    return 'browser';
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
