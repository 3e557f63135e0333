/** A file or a variable with the passphrase -> what a try is held against: never the words themselves. */

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Fault } from '../domain/fault.ts';

export interface Passphrase {
  matches(attempt: string): Promise<boolean>;
}

const shortest = 12;
const longest = 1_000;
const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Read from `file`, else from `text`; undefined when neither is given. */
export async function readPassphrase(
  file: string | undefined,
  text: string | undefined,
): Promise<Passphrase | undefined> {
  const words = file === undefined ? text : fromFile(file);
  if (words === undefined) return undefined;
  if (words.length < shortest || words.length > longest) {
    throw new Fault('read-failed', `A passphrase has ${shortest} to ${longest} characters`, {
      hint: 'Take four or five words that do not go together',
    });
  }
  const salt = randomBytes(16);
  const kept = await derive(words, salt, 32);
  return {
    matches: async (attempt) =>
      attempt.length <= longest && timingSafeEqual(await derive(attempt, salt, 32), kept),
  };
}

function fromFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new Fault('read-failed', `The passphrase file can't be read: ${file}`, { cause });
  }
}
