/** Something in the world broke (disk, browser): thrown, with a code, a cause, and whether trying again may help. */

export type FaultCode =
  | 'browser-missing'
  | 'browser-failed'
  | 'print-failed'
  | 'signs-too-long'
  | 'printer-failed'
  | 'asset-refused'
  | 'font-fallback'
  | 'read-failed'
  | 'template-failed'
  | 'write-failed'
  | 'in-use'
  | 'queue-failed'
  | 'interrupted';

export class Fault extends Error {
  readonly code: FaultCode;
  /** What the person can do. */
  readonly hint: string | undefined;
  readonly retryable: boolean;

  constructor(
    code: FaultCode,
    message: string,
    options: { hint?: string; cause?: unknown; retryable?: boolean } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.hint = options.hint;
    this.retryable = options.retryable ?? false;
  }
}
