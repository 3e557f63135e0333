/** How long the desk waits for the other end of a connection, and how many of them it has: a slow one holds no place for long. */

export interface Patience {
  /** Until all headers are there. */
  readonly headersMs: number;
  /** Until all of a request is there. */
  readonly requestMs: number;
  /** Without a byte in either direction: who does not read an answer is let go. */
  readonly idleMs: number;
  /** How often slow requests are looked for. */
  readonly lookEveryMs: number;
  /** A browser opens six at most. */
  readonly connections: number;
}

export const usualPatience: Patience = {
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 60_000,
  lookEveryMs: 5_000,
  connections: 1_000,
};
