/** A command line that can't be obeyed: told as one sentence with a mend, exit code 2. */

export class BadUsage extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'BadUsage';
    this.hint = hint;
  }
}
