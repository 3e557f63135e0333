import { describe, expect, it } from 'vitest';
import { reasonOfEnd } from '../../src/print/launch-reason.ts';

const ended = { code: 127, signal: null };

describe('why a browser could not start', () => {
  it.each([
    [
      'chromium: error while loading shared libraries: libnspr4.so: cannot open',
      /library libnspr4\.so is missing/,
    ],
    ['[1:2:FATAL:zygote_host_impl_linux.cc] No usable sandbox! If you are ..', /its sandbox/],
    ['first\nlast line', /exit code 127; its last words: last line/],
  ])('is told in plain words: %s', (lastWords, expected) => {
    expect(reasonOfEnd(ended, lastWords)).toMatch(expected);
  });

  it('tells a file that may not be run from one that is not there', () => {
    const error = (code: string) => Object.assign(new Error(code), { code });
    expect(reasonOfEnd({ code: null, signal: null, error: error('EACCES') }, '')).toMatch(/may not be run/);
    expect(reasonOfEnd({ code: null, signal: null, error: error('ENOENT') }, '')).toMatch(/missing/);
  });
});
