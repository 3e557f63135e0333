/** A path or a stream -> the text of one source, or the diagnostics that say why it can't be read. */

import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import { failure, type Outcome } from '../domain/outcome.ts';
import { decodeSource } from './source-text.ts';

export interface SourceFile {
  /** As the person gave it: a path, or `standard input`. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
}

export interface SizeLimit {
  readonly maxBytes: number;
}

/** Never opens a file above the limit. Throws a Fault only when the disk itself fails. */
export async function readSourceFile(path: string, limit: SizeLimit): Promise<Outcome<SourceFile>> {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (cause) {
    return failure([refusal(path, cause)]);
  }
  if (found.isDirectory()) return failure([folder(path)]);
  // Pipes are welcome: a shell hands `<(command)` over as one.
  if (!found.isFile() && !found.isFIFO() && !found.isCharacterDevice()) {
    return failure([
      errorAt({ file: path }, 'not-a-file', 'This is a device or a socket, not a file', 'Give a text file'),
    ]);
  }
  if (found.size > limit.maxBytes) return failure([tooLarge(path, limit, found.size)]);
  return readSourceStream(createReadStream(path), path, limit);
}

/** For standard input: reads to the end or to the limit, whichever comes first. */
export async function readSourceStream(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
  limit: SizeLimit,
): Promise<Outcome<SourceFile>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > limit.maxBytes) return failure([tooLarge(name, limit)]);
      chunks.push(bytes);
    }
  } catch (cause) {
    return failure([refusal(name, cause)]);
  }
  return decodeSource(name, Buffer.concat(chunks));
}

/** What the person can mend; throws a Fault when the disk itself fails. */
export function refusal(file: string, cause: unknown): Diagnostic {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'ERR_INVALID_ARG_VALUE':
      return errorAt({ file }, 'file-missing', 'There is no such file', 'Check the name and the folder');
    case 'EACCES':
    case 'EPERM':
      return errorAt(
        { file },
        'no-permission',
        'This file may not be read',
        'Ask its owner for the right to read it',
      );
    case 'EISDIR':
      return folder(file);
    default:
      throw new Fault('read-failed', `Reading ${file} failed`, {
        cause,
        retryable: true,
        hint: 'Check the disk or the network drive, then try again',
      });
  }
}

function folder(file: string): Diagnostic {
  return errorAt({ file }, 'is-a-folder', 'This is a folder, not a file', 'Name one file inside it');
}

function tooLarge(file: string, limit: SizeLimit, size?: number): Diagnostic {
  const amount = size === undefined ? 'larger than the limit' : `${megabytes(size)}, above the limit`;
  return errorAt(
    { file },
    'file-too-large',
    `This is ${amount} of ${megabytes(limit.maxBytes)}`,
    'Check that it is the right file, or split it',
  );
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
