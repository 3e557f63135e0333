/** A row with mistakes in it -> the profile that is left without them, since there may be a warning sign among the rest. */

import type { Profile, ProfileFile } from '../../domain/profile.ts';
import { profileOf } from '../read-profile.ts';
import type { RosterReading } from './row.ts';

type Path = readonly PropertyKey[];

/** What is taken out can bring up one thing more, never many. */
const mostRounds = 4;

export interface Readable {
  readonly file: ProfileFile;
  readonly profile: Profile;
}

/** Undefined when nothing can be read. */
export function readablePart(
  value: unknown,
  reading: Pick<RosterReading, 'schema' | 'overrides'>,
): Readable | undefined {
  if (!isMap(value)) return undefined;
  // Whatever is wrong with the id is told elsewhere.
  const rest = structuredClone({ ...value, id: 'none' }) as Record<string, unknown>;
  const signs = rest['warning_signs'];
  if (typeof signs === 'string') rest['warning_signs'] = signs.split(/[\s,;|]+/);
  const list = rest['warning_signs'];
  if (Array.isArray(list)) rest['warning_signs'] = list.map(inCapitals);
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = reading.schema.safeParse(rest);
    if (parsed.success) {
      const { topics, language } = reading.overrides;
      const { id: _, paper: __, ...file } = parsed.data;
      return { file, profile: profileOf(file, topics ?? file.topics ?? [], language) };
    }
    const wrong = parsed.error.issues.flatMap((issue): Path[] =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
    );
    const once = new Map(wrong.map((path) => [path.map(String).join('\n'), path]));
    // From the end of each list on, so that the places of the others stay.
    for (const path of [...once.values()].sort((a, b) => lastIndex(b) - lastIndex(a))) takeOut(rest, path);
  }
  return undefined;
}

function inCapitals(item: unknown): unknown {
  return typeof item === 'string' ? item.trim().toUpperCase() : item;
}

function lastIndex(path: Path): number {
  const last = path.at(-1);
  return typeof last === 'number' ? last : -1;
}

function takeOut(from: unknown, path: Path): void {
  const [first, ...rest] = path;
  if (first === undefined || typeof from !== 'object' || from === null) return;
  if (rest.length > 0) takeOut((from as Record<PropertyKey, unknown>)[first], rest);
  else if (Array.isArray(from)) from.splice(Number(first), 1);
  else delete (from as Record<PropertyKey, unknown>)[first];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
