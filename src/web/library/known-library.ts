/** The content as it stands -> the library, read anew after any change, and what the slow checks found, as soon as they are through. */

import { contentKey, textsKey } from '../../app/content-key.ts';
import type { InspectedText } from '../../app/inspect-texts.ts';
import type { Library } from '../../app/library.ts';
import type { Desk } from '../desk.ts';
import type { Beside } from './beside.ts';

export interface KnownLibrary {
  readonly library: Library;
  /** `checking` until the checks are through; `none` when the content's own mistakes come first. */
  readonly inspected: readonly InspectedText[] | 'checking' | 'none';
}

export interface LibraryMemory {
  /** Waits for the checks no longer than a glance. */
  look(): Promise<KnownLibrary>;
}

/** Long enough that most visits after the first come whole, short enough that none feels stuck. */
const glanceMs = 400;

export function libraryMemory(desk: Desk, beside: Beside): LibraryMemory {
  let library: { readonly key: string; readonly value: Promise<Library> } | undefined;
  let inspected: Inspection | undefined;
  return {
    look: async () => {
      const { settings } = desk;
      const { today } = desk.clock();
      const key = contentKey(settings, today);
      if (library?.key !== key) {
        const value = beside.run({ kind: 'read', settings, today });
        library = { key, value };
        // What failed for a reason of the world is tried anew.
        value.catch(() => {
          if (library?.value === value) library = undefined;
        });
      }
      const now = await library.value;
      if (now.errors.length > 0) return { library: now, inspected: 'none' };
      const texts = textsKey(settings, today);
      if (inspected?.key !== texts) inspected = inspection(texts, beside, desk);
      await Promise.race([inspected.through, new Promise((resolve) => setTimeout(resolve, glanceMs))]);
      return { library: now, inspected: inspected.found() };
    },
  };
}

interface Inspection {
  readonly key: string;
  readonly through: Promise<void>;
  found(): KnownLibrary['inspected'];
}

function inspection(key: string, beside: Beside, desk: Desk): Inspection {
  let found: KnownLibrary['inspected'] = 'checking';
  const { settings } = desk;
  const through = beside.run({ kind: 'inspect', settings, today: desk.clock().today }).then(
    (value) => {
      found = value ?? 'none';
    },
    () => {
      found = 'none';
    },
  );
  return { key, through, found: () => found };
}
