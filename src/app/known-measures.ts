/** What was measured on earlier sheets of a run -> what need not be measured on the next one: the same boxes, the same notes. */

import { createHash } from 'node:crypto';
import type { KnownMeasures, Measurements } from '../fit/measurements.ts';
import type { PageKit } from './kit.ts';

/** Hundreds of patients share some dozens of warning lists; a memory that grows beyond use is begun anew. */
const mostKept = 2_000;

interface Memory {
  readonly boxes: Map<string, KnownMeasures['boxes']>;
  readonly notes: Map<string, KnownMeasures['notes']>;
}
const memories = new WeakMap<PageKit, Memory>();

export interface SheetMemory {
  readonly known: KnownMeasures;
  learn(measured: Measurements): void;
}

/** The height of a part follows from its own markup, the styles, the classes of the body and the width of the paper. */
export function knownMeasures(page: PageKit, html: string, paper: string): SheetMemory {
  const memory = memories.get(page) ?? { boxes: new Map(), notes: new Map() };
  memories.set(page, memory);
  const styles = html.slice(0, html.indexOf('</style>'));
  const [body = ''] = /<body[^>]*>/.exec(html) ?? [];
  const around = createHash('sha256').update(`${paper}${body}${styles}`).digest('base64');
  const boxes = keyOf(around, partOf(html, 'sign-boxes'));
  const notes = keyOf(around, partOf(html, 'notes'));
  return {
    known: { boxes: memory.boxes.get(boxes) ?? [], notes: memory.notes.get(notes) ?? [] },
    learn: ({ reliefs }) => {
      keep(
        memory.boxes,
        boxes,
        reliefs.map((relief) => relief.boxes),
      );
      keep(
        memory.notes,
        notes,
        reliefs.map((relief) => relief.notes),
      );
    },
  };
}

function keyOf(around: string, part: string | undefined): string {
  return part === undefined ? '' : createHash('sha256').update(around).update(part).digest('base64');
}

function keep<T>(memory: Map<string, readonly T[]>, key: string, measured: readonly T[]): void {
  if (key === '' || (memory.get(key)?.length ?? 0) >= measured.length) return;
  if (memory.size >= mostKept) memory.clear();
  memory.set(key, measured);
}

/** The element `data-part`, from its start to its end; nothing when it is not there or its end is not found. */
function partOf(html: string, part: string): string | undefined {
  const at = html.indexOf(`data-part="${part}"`);
  const start = html.lastIndexOf('<', at);
  const name = /^<([a-z]+)/.exec(html.slice(start, start + 20))?.[1];
  if (at < 0 || name === undefined) return undefined;
  let depth = 0;
  const tags = new RegExp(`<(/?)${name}\\b`, 'g');
  tags.lastIndex = start;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return html.slice(start, tag.index);
  }
  return undefined;
}
