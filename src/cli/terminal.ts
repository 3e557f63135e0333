/** Standard output for results, standard error for everything said on the way: the only place that writes to either. */

export interface Terminal {
  /** A result: goes to standard output. */
  out(text: string): void;
  /** Progress, warnings, errors: to standard error. */
  say(text: string): void;
  /** Whether a person watches what is said on the way. */
  readonly live: boolean;
  /** Where a bar may be drawn; only where `live`. */
  readonly screen: NodeJS.WriteStream;
  /** Bytes of a result; resolves once they are handed over. */
  outBytes(bytes: Uint8Array): Promise<void>;
}

export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(withNewline(text)),
    say: (text) => void process.stderr.write(withNewline(text)),
    live: process.stderr.isTTY === true,
    screen: process.stderr,
    outBytes: (bytes) =>
      new Promise((resolve, reject) => {
        process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
  };
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
