/** Settings -> content and page kit as they are on the disk at each moment; read anew when a file of them has changed. */

import { type LoadedContent, loadContent, loadPageKit, type PageKit } from '../app/kit.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { type Outcome, success } from '../domain/outcome.ts';
import { fingerprint } from '../read/compiled.ts';
import type { Settings } from '../settings.ts';

export interface Standing {
  readonly loaded: LoadedContent;
  readonly page: PageKit;
  /** Whatever changes how a sheet looks or reads makes another. */
  readonly kitHash: string;
  /** Topic and language -> what forbids printing from it, as far as it was asked for. */
  readonly proved: Map<string, Promise<Diagnostic[]>>;
}

/** A worker runs for weeks: a topic that is withdrawn meanwhile must not be printed once more. */
export function standingContent(settings: Settings): () => Promise<Outcome<Standing>> {
  const { shipped, own } = settings.content;
  const paths = [shipped, own, settings.clinic, settings.templates].filter((path) => path !== undefined);
  let version: string | undefined;
  let present: Promise<Outcome<Standing>> | undefined;
  return () => {
    // A few milliseconds a handout. What changes while it is read is seen the next time.
    const now = fingerprint(paths, '');
    if (present === undefined || now !== version) {
      version = now;
      present = read(settings);
    }
    return present;
  };
}

async function read(settings: Settings): Promise<Outcome<Standing>> {
  const read = await loadContent(settings);
  if (!read.ok) return read;
  const loaded = read.value;
  const kitHash = fingerprint([settings.templates], loaded.proof.key);
  return success({ loaded, page: loadPageKit(settings), kitHash, proved: new Map() }, read.diagnostics);
}
