/** This process -> a name for it that others, on this machine or another, can ask: does it still run? */

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** `<where>-<process id>-<when it started>-<chance>`: as the name of a folder it is there whole or not at all. */
export function ownerName(): string {
  return [where(), process.pid, processState(process.pid)?.started ?? 0, randomBytes(4).toString('hex')].join(
    '-',
  );
}

/** Undefined when only that machine could tell. */
export function ownerRuns(name: string): boolean | undefined {
  const [place, pid, started] = name.split('-');
  if (place !== where() || pid === undefined) return undefined;
  try {
    // Signal 0 only asks.
    process.kill(Number(pid), 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const state = processState(Number(pid));
  // Another program may have the number now; one that was killed may wait for its parent to notice.
  return state === undefined || (state.started === started && !state.dead);
}

/** The same process number means another process in another container, or after the machine was started again. */
function where(): string {
  const parts = [hostname()];
  try {
    parts.push(readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), readlinkSync('/proc/self/ns/pid'));
  } catch {
    // Not on Linux: the name of the machine has to do.
  }
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);
}

function processState(pid: number): { started: string; dead: boolean } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { started: fields[19] ?? '0', dead: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return undefined;
  }
}
