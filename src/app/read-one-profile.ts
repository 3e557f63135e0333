/** A path or `-` and the content -> one profile with its topic, language and date settled, or what is wrong. */

import type { Content } from '../domain/content.ts';
import type { Outcome } from '../domain/outcome.ts';
import { profileLimit, readProfile } from '../read/read-profile.ts';
import { readSourceFile, readSourceStream } from '../read/source-file.ts';
import { readClock } from './clock.ts';
import { type Asked, type ProfileRequest, settleProfile } from './settle-profile.ts';

export async function readOneProfile(
  path: string,
  content: Content,
  asked: Asked,
): Promise<Outcome<ProfileRequest>> {
  const source =
    path === '-'
      ? await readSourceStream(process.stdin, 'standard input', profileLimit)
      : await readSourceFile(path, profileLimit);
  if (!source.ok) return source;
  const read = readProfile(source.value, content.rulebook, asked);
  if (!read.ok) return read;
  const place = { file: source.value.name };
  return settleProfile(read.value, place, content, asked, readClock().today, read.diagnostics);
}
