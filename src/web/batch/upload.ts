/** A form with a file in it -> the file in memory, or why it can't be taken; never on the disk. */

import { basename } from 'node:path';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { QueueFull } from '../render-queue.ts';

export const mostRosterBytes = 20_000_000;
/** Each is held in memory whole. */
const mostAtOnce = 4;

export type Upload =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: 'too-large' | 'no-file' | 'unreadable' };

/** For the routes of one scope alone: elsewhere no form may hold a file. Reading one throws `QueueFull` when many come in at once. */
export async function takeUploads(
  scope: FastifyInstance,
): Promise<(request: FastifyRequest) => Promise<Upload>> {
  await scope.register(multipart, {
    limits: {
      files: 1,
      fileSize: mostRosterBytes,
      fields: 2,
      fieldSize: 1_000,
      fieldNameSize: 100,
      parts: 3,
      headerPairs: 20,
    },
  });
  let coming = 0;
  return async (request) => {
    if (coming >= mostAtOnce) throw new QueueFull();
    coming += 1;
    try {
      return await readUpload(request);
    } finally {
      coming -= 1;
    }
  };
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  try {
    const file = await request.file();
    if (file === undefined || (file.filename ?? '') === '') {
      file?.file.resume();
      return { ok: false, code: 'no-file' };
    }
    const bytes = await file.toBuffer();
    // The plugin does not always throw for what it has cut off, and a roster without its end is none.
    if (file.file.truncated) return { ok: false, code: 'too-large' };
    return { ok: true, name: shownName(file.filename), bytes };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const tooLarge = code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_FILES_LIMIT';
    return { ok: false, code: tooLarge ? 'too-large' : 'unreadable' };
  }
}

/** For the screen only: no path, nothing unseen, not longer than a line. Its ending tells what kind of file it is. */
function shownName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/')).replace(/\p{C}/gu, '');
  const ending = /\.[a-z]{1,8}$/i.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length).slice(0, 60);
  return `${stem === '' ? 'roster' : stem}${ending}`;
}
