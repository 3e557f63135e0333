/** Protects a night's work from one row: a mistake of our own, or a browser that died of it, is that row's result and no other's. */

import { describe, expect, it } from 'vitest';
import { endsAll } from '../../src/app/batch-missed.ts';
import type { BatchRoom } from '../../src/app/batch-room.ts';
import { oneRow } from '../../src/app/batch-row.ts';
import { Fault } from '../../src/domain/fault.ts';
import type { Job } from '../../src/domain/job.ts';
import type { ManifestLine } from '../../src/domain/manifest.ts';

const place = { file: 'r.csv', line: 7 };
const job = { id: 'p1', place, profile: {} } as unknown as Job;

/** Where everything goes wrong that is not asked for here. */
function brokenRoom(append: (line: ManifestLine) => Promise<void>): BatchRoom {
  const known: Partial<BatchRoom> = {
    request: { out: 'out' } as BatchRoom['request'],
    key: new Uint8Array(32),
    known: new Map(),
    columns: [],
    append,
  };
  return new Proxy(known as BatchRoom, {
    get: (room, name: keyof BatchRoom) => {
      if (room[name] === undefined) throw new RangeError('Zzyzx Qwertz, born 1980-05-01');
      return room[name];
    },
  });
}

describe('a mistake of our own', () => {
  it('fails its row with its kind alone, and the manifest tells it', async () => {
    const lines: ManifestLine[] = [];
    const room = brokenRoom(async (line) => {
      lines.push(line);
    });
    const result = await oneRow({ ok: true, job, diagnostics: [] }, 0, room);
    expect(result).toMatchObject({
      state: 'failed',
      diagnostics: [{ code: 'program-error', message: expect.stringContaining('(RangeError)') }],
    });
    expect(result.ends).toBeUndefined();
    expect(lines).toMatchObject([{ kind: 'failed', reason: { code: 'program-error', row: 7 } }]);
    expect(JSON.stringify([result, lines])).not.toMatch(/Zzyzx|1980/);
  });

  it('ends the batch when the manifest can not tell it', async () => {
    const fault = new Fault('write-failed', 'The file could not be written');
    const result = await oneRow(
      { ok: true, job, diagnostics: [] },
      0,
      brokenRoom(() => Promise.reject(fault)),
    );
    expect(result).toMatchObject({ state: 'failed', ends: fault });
  });
});

it.each([
  ['browser-missing', false, true],
  ['browser-failed', false, true],
  // It ran, and died of a page: the next one may come out.
  ['browser-failed', true, false],
  ['print-failed', true, false],
] as const)('%s (worth another try: %s) ends all: %s', async (code, retryable, all) => {
  expect(await endsAll(new Fault(code, 'x', { retryable }), 'out')).toBe(all);
});
