/** What is wanted, and content -> the row as it stands in its roster now; the rosters that are in use stay open. */

import { batchRows } from '../app/batch-jobs.ts';
import type { Content } from '../domain/content.ts';
import type { RosterEntry } from '../domain/job.ts';
import { setPath } from '../read/leaflet-set.ts';
import type { Settings } from '../settings.ts';
import { RosterRows, versionOf } from './roster-rows.ts';
import type { Wanted } from './wanted.ts';

export interface OpenRosters {
  /** Undefined when it is not there, or its roster can't be read. `kitHash`: that of the content. */
  row(wanted: Wanted, content: Content, kitHash: string): Promise<RosterEntry | undefined>;
  close(): Promise<void>;
}

/** Each holds a file open, and some rows. */
const mostRosters = 4;

export function openRosters(settings: Settings, key: Uint8Array): OpenRosters {
  const rosters = new Map<string, RosterRows>();
  return {
    row: async (wanted, content, kitHash) => {
      const { source, topics, language, date } = wanted;
      const version = await versionOf(setPath(source, settings.content) ?? source);
      const name = JSON.stringify([source, topics, language, version, kitHash]);
      const open = async () => {
        const rows = await batchRows([source], content, settings, { topics, language, date });
        return rows.ok ? rows.value : undefined;
      };
      const roster = rosters.get(name) ?? new RosterRows(open, key);
      // The one that was used last comes last.
      rosters.delete(name);
      rosters.set(name, roster);
      for (const [oldest, old] of rosters) {
        if (rosters.size <= mostRosters) break;
        rosters.delete(oldest);
        void old.close();
      }
      return roster.row(wanted.job);
    },
    close: async () => {
      await Promise.all([...rosters.values()].map((roster) => roster.close()));
    },
  };
}
