/** A folder -> a manifest in it that is this worker's own, and the place of its half-made files, as long as it works. */

import { join } from 'node:path';
import { type ManifestWriter, openManifest } from '../deliver/append-manifest.ts';
import { atWork, openWorkshop, sweepDead, type Workshop } from '../deliver/workshop.ts';
import { Fault } from '../domain/fault.ts';

export interface WorkerPlace {
  /** From 1. */
  readonly number: number;
  readonly workshop: Workshop;
  readonly manifest: ManifestWriter;
  close(): Promise<void>;
}

const mostWorkers = 1000;

export function workerManifest(out: string, number: number): string {
  return join(out, `manifest-worker-${number}.jsonl`);
}

/**
 * The lowest number that no worker has: so one that was killed and started again writes on where it stopped, and there
 * are as many manifests as there were workers at once. Two that write one file could cut each other's lines on a
 * network drive, which one manifest each can't. Throws Faults `in-use`, `interrupted`, `write-failed`.
 */
export async function workerPlace(out: string, signal: AbortSignal): Promise<WorkerPlace> {
  await sweepDead(out, /^manifest-worker-\d+\.jsonl$/);
  for (let number = 1; number <= mostWorkers; number += 1) {
    const path = workerManifest(out, number);
    if (await atWork(path)) continue;
    const workshop = await openWorkshop(path, { signal }).catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'in-use') return undefined;
      throw error;
    });
    if (workshop === undefined) continue;
    try {
      const manifest = await openManifest(path);
      const close = async () => {
        try {
          await manifest.close();
        } finally {
          await workshop.close();
        }
      };
      return { number, workshop, manifest, close };
    } catch (error) {
      await workshop.close();
      throw error;
    }
  }
  throw new Fault('in-use', `More than ${mostWorkers} workers are at work in this folder: ${out}`, {
    hint: 'Remove the hidden folders .manifest-worker-*.lock-* of workers that are gone',
  });
}
