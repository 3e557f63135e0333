/** A topic, language, length and paper -> its sheet for anybody, made once and kept in memory until texts or the day change. */

import { settleProfile } from '../../app/settle-profile.ts';
import type { Paper } from '../../domain/clinic.ts';
import type { Style } from '../../domain/topic.ts';
import { readProfile } from '../../read/read-profile.ts';
import type { Desk, DeskContent } from '../desk.ts';
import { type MadeSheet, makeSheet } from '../made-sheet.ts';
import { pagePicture } from '../page-pictures.ts';

export interface Leaflet {
  readonly topic: string;
  /** One in which the topic is written. */
  readonly language: string;
  readonly style: Style;
  readonly paper: Paper;
}

type Page = Extract<DeskContent, { ok: true }>;

export interface LeafletCache {
  make(leaflet: Leaflet, page: Page): Promise<MadeSheet>;
  /** Of one that was made already. */
  pages(leaflet: Leaflet, page: Page): number | undefined;
  picture(leaflet: Leaflet, number: number, page: Page): Promise<Buffer | undefined>;
  /** Makes what is not there yet, when nobody else needs the browser. */
  warm(leaflets: readonly Leaflet[], page: Page): void;
}

/** A sheet is about 100 kB, a picture of one page 200 kB. */
const mostKept = 120;

export function leafletCache(desk: Desk): LeafletCache {
  let of: Page['kit'] | undefined;
  let day = '';
  const sheets = new Map<string, Promise<MadeSheet>>();
  const pages = new Map<string, number>();
  const pictures = new Map<string, Promise<Buffer | undefined>>();
  const refresh = ({ kit }: Page) => {
    const { today } = desk.clock();
    if (of === kit && day === today) return;
    of = kit;
    day = today;
    sheets.clear();
    pages.clear();
    pictures.clear();
  };
  const once = <T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    const making = make();
    kept.set(key, making);
    making.catch(() => kept.get(key) === making && kept.delete(key));
    return making;
  };
  const make = (leaflet: Leaflet, page: Page, by: Desk = desk) => {
    refresh(page);
    return once(sheets, keyOf(leaflet), async () => {
      const made = await madeFor(leaflet, page, by);
      if (made.kind === 'made' && of === page.kit) pages.set(keyOf(leaflet), made.sheet.pages);
      return made;
    });
  };
  const warmed = new Set<string>();
  return {
    make: (leaflet, page) => make(leaflet, page),
    pages: (leaflet, page) => {
      refresh(page);
      return pages.get(keyOf(leaflet));
    },
    picture: (leaflet, number, page) => {
      refresh(page);
      return once(pictures, `${keyOf(leaflet)}/${number}`, async () => {
        const made = await make(leaflet, page);
        if (made.kind !== 'made' || number < 1 || number > made.sheet.pages) return undefined;
        return desk.queue.run(() => pagePicture(made.sheet.pdf, number));
      });
    },
    warm: (leaflets, page) => {
      const quiet: Desk = { ...desk, queue: { ...desk.queue, run: desk.queue.runQuietly } };
      for (const leaflet of leaflets) {
        const key = `${desk.clock().today}/${keyOf(leaflet)}`;
        if (warmed.has(key)) continue;
        warmed.add(key);
        make(leaflet, page, quiet).catch(() => undefined);
      }
    },
  };
}

function keyOf({ topic, language, style, paper }: Leaflet): string {
  return [topic, language, style, paper].join('/');
}

/** Nothing is known of the patient, so the sheet is as careful as it can be. */
async function madeFor(leaflet: Leaflet, page: Page, desk: Desk): Promise<MadeSheet> {
  const { content } = page.kit;
  const { topic, language, style, paper } = leaflet;
  const text = JSON.stringify({ language, topics: [topic], reading: { style } });
  const profile = readProfile({ name: 'leaflet', text }, content.rulebook);
  if (!profile.ok) return { kind: 'unproved', problems: profile.diagnostics };
  const { today } = desk.clock();
  const settled = settleProfile(profile.value, { file: 'leaflet' }, content, {}, today);
  if (!settled.ok) return { kind: 'unproved', problems: settled.diagnostics };
  return makeSheet(desk, page, { ...settled.value, paper, notesConfirmed: false });
}
