/** The environment -> what the clinic keeps at hand: favourite topics and sets of its own; topics only, never a patient. */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../deliver/whole-file.ts';
import { configFolder } from './config-folder.ts';

const topicId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);
const setSchema = z.object({
  id: z.string().regex(/^[\w-]{1,40}$/),
  title: z.string().trim().min(1).max(60),
  topics: z.array(topicId).min(1).max(30),
});
const shelfSchema = z.object({
  favourites: z.array(topicId).max(60).default([]),
  sets: z.array(setSchema).max(30).default([]),
});
export type Shelf = z.infer<typeof shelfSchema>;

const empty: Shelf = { favourites: [], sets: [] };

function shelfPath(environment: NodeJS.ProcessEnv): string {
  return join(configFolder(environment), 'leaflets.json');
}

/** One that can't be read is as good as none. */
export async function readShelf(environment: NodeJS.ProcessEnv): Promise<Shelf> {
  try {
    return shelfSchema.parse(JSON.parse(await readFile(shelfPath(environment), 'utf8')));
  } catch {
    return empty;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One change after the other. What breaks the bounds changes nothing. Throws a Fault `write-failed`. */
export function changeShelf(environment: NodeJS.ProcessEnv, change: (shelf: Shelf) => Shelf): Promise<void> {
  const work = async () => {
    const next = shelfSchema.safeParse(change(await readShelf(environment)));
    if (next.success) await writeWhole(shelfPath(environment), `${JSON.stringify(next.data, null, 2)}\n`);
  };
  const changing = last.then(work);
  last = changing.catch(() => undefined);
  return changing;
}

export function starred(shelf: Shelf, topic: string): Shelf {
  const { favourites } = shelf;
  const without = favourites.filter((each) => each !== topic);
  return { ...shelf, favourites: without.length < favourites.length ? without : [...favourites, topic] };
}

export function withSet(shelf: Shelf, title: string, topics: readonly string[]): Shelf {
  const id = `own-${randomBytes(6).toString('hex')}`;
  return { ...shelf, sets: [...shelf.sets, { id, title, topics: [...new Set(topics)] }] };
}

export function withoutSet(shelf: Shelf, id: string): Shelf {
  return { ...shelf, sets: shelf.sets.filter((each) => each.id !== id) };
}
