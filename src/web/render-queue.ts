/** Work that needs the browser -> the same work, a few at once, with a waiting room; when that is full, an honest no. */

export interface RenderQueueLimits {
  /** Pages made at the same time. */
  readonly atOnce: number;
  /** Who may wait for a place; more are turned away. */
  readonly waiting: number;
  /** After so long in the waiting room, it is no use to go on waiting. */
  readonly longestWaitMs: number;
}

export interface RenderQueue {
  /** `QueueFull` when there is no room to wait, or no place came free in time. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** For a batch: waits as long as it takes until nobody at a screen waits, and leaves a place free for the next of them. */
  runQuietly<T>(work: () => Promise<T>): Promise<T>;
  /** At work and waiting. */
  readonly load: () => { readonly atWork: number; readonly waiting: number };
}

/** Nothing is wrong, and nothing was made: the same may be asked again. */
export class QueueFull extends Error {
  constructor() {
    super('many pages are being made at once');
    this.name = 'QueueFull';
  }
}

/** What a full queue tells a browser to wait before it asks again. */
export const retryAfterSeconds = 3;

export function renderQueue({ atOnce, waiting, longestWaitMs }: RenderQueueLimits): RenderQueue {
  let atWork = 0;
  const line: (() => void)[] = [];
  const quietPlaces = Math.max(1, atOnce - 1);
  let quietAtWork = 0;
  const quietLine: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (atWork < atOnce) {
      atWork += 1;
      return;
    }
    if (line.length >= waiting) throw new QueueFull();
    await new Promise<void>((resolve, reject) => {
      const turn = () => {
        clearTimeout(patience);
        resolve();
      };
      const patience = setTimeout(() => {
        line.splice(line.indexOf(turn), 1);
        reject(new QueueFull());
      }, longestWaitMs);
      line.push(turn);
    });
  };
  /** The place goes straight to the next in line, so nobody slips in between. */
  const leave = () => {
    const next = line.shift();
    if (next === undefined) atWork -= 1;
    else next();
    admitQuiet();
  };
  const admitQuiet = () => {
    if (line.length > 0 || atWork >= atOnce || quietAtWork >= quietPlaces) return;
    const next = quietLine.shift();
    if (next === undefined) return;
    atWork += 1;
    quietAtWork += 1;
    next();
  };

  return {
    load: () => ({ atWork, waiting: line.length }),
    run: async (work) => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    runQuietly: async (work) => {
      await new Promise<void>((resolve) => {
        quietLine.push(resolve);
        admitQuiet();
      });
      try {
        return await work();
      } finally {
        quietAtWork -= 1;
        leave();
      }
    },
  };
}
