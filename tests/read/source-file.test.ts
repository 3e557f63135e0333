import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSourceFile, readSourceStream } from '../../src/read/source-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handout-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

const limit = { maxBytes: 1_000_000 };

async function codeOf(name: string, content: string | Uint8Array): Promise<string | undefined> {
  const path = join(folder, name);
  await writeFile(path, content);
  return (await readSourceFile(path, limit)).diagnostics[0]?.code;
}

test('a file that cannot be used is told by kind, never thrown', async () => {
  expect(await codeOf('empty.yaml', '')).toBe('empty-file');
  expect(await codeOf('comments.yaml', '# a\n\n   # b\r\n')).toBe('empty-file');
  expect(await codeOf('picture.yaml', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1))).toBe('binary-file');
  expect(await codeOf('utf16.yaml', Buffer.from('\ufeffa: 1', 'utf16le'))).toBe('not-utf8');
  expect((await readSourceFile(folder, limit)).diagnostics[0]?.code).toBe('is-a-folder');
  for (const path of ['none.yaml', 'a\0b', `${'x'.repeat(300)}.yaml`]) {
    expect((await readSourceFile(join(folder, path), limit)).diagnostics[0]?.code).toBe('file-missing');
  }
});

test('the first byte that is not UTF-8 has a place', async () => {
  const path = join(folder, 'latin.yaml');
  await writeFile(path, Buffer.from('a: b\nc: caf\u00e9 x\n', 'latin1'));
  const outcome = await readSourceFile(path, limit);
  expect(outcome.diagnostics[0]).toMatchObject({ code: 'not-utf8', line: 2, column: 7 });
});

test('a byte order mark is dropped; line breaks of Windows stay and those of old Macs become lines', async () => {
  const path = join(folder, 'bom.yaml');
  await writeFile(path, '\ufeffa: 1\r\nb: 2\rc: 3');
  const outcome = await readSourceFile(path, limit);
  expect(outcome.ok && outcome.value).toEqual({ name: path, text: 'a: 1\r\nb: 2\nc: 3' });
});

test('a file of 50 MB is refused by its size alone', async () => {
  const path = join(folder, 'huge.yaml');
  await writeFile(path, '');
  await truncate(path, 50_000_000);
  const start = performance.now();
  const outcome = await readSourceFile(path, limit);
  expect(performance.now() - start).toBeLessThan(200);
  expect(outcome.diagnostics[0]).toMatchObject({ code: 'file-too-large', file: path });
});

test('a stream without an end is cut off at the limit', async () => {
  let given = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1000;
        yield Buffer.alloc(1000, 'a');
      }
    })(),
  );
  const outcome = await readSourceStream(endless, 'standard input', { maxBytes: 5000 });
  expect(outcome.diagnostics[0]).toMatchObject({ code: 'file-too-large', file: 'standard input' });
  expect(given).toBeLessThan(100_000);
  expect(endless.destroyed).toBe(true);
});

test('a letter that is split over two chunks of a stream stays whole', async () => {
  const bytes = Buffer.from('a: \u00e9');
  const outcome = await readSourceStream(
    Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]),
    'x',
    limit,
  );
  expect(outcome.ok && outcome.value.text).toBe('a: \u00e9');
});

test('a file without the right to read', async () => {
  // Thrown by hand, because the administrator may read everything.
  const locked = (async function* () {
    yield Buffer.from('a');
    throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
  })();
  expect((await readSourceStream(locked, 'x', limit)).diagnostics[0]?.code).toBe('no-permission');
});

test('a disk that fails is a fault, to be tried again', async () => {
  const broken = (async function* () {
    yield Buffer.from('a');
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  })();
  await expect(readSourceStream(broken, 'x', limit)).rejects.toMatchObject({
    code: 'read-failed',
    retryable: true,
  });
});
