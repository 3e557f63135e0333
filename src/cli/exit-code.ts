/** What ended the command -> its exit code. */

export const exitCode = {
  done: 0,
  someFailed: 1,
  usage: 2,
  invalid: 3,
  noBrowser: 4,
  refused: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
