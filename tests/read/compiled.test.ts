/** Protects the kept copies of content: any change makes another key, a spoilt copy counts as none, and a cache never fails a job. */

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, keepCopy, readCopy } from '../../src/read/compiled.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-copies-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the key', () => {
  it('changes with a byte, a name, a new file, a lost file and the program', () => {
    const content = join(folder, 'content');
    mkdirSync(join(content, 'topics'), { recursive: true });
    writeFileSync(join(content, 'a.yaml'), 'a: 1');
    const keys = [fingerprint([content], 'v1')];
    const then = () => keys.push(fingerprint([content], 'v1'));
    expect(fingerprint([content], 'v1')).toBe(keys[0]);
    writeFileSync(join(content, 'a.yaml'), 'a: 2');
    then();
    renameSync(join(content, 'a.yaml'), join(content, 'b.yaml'));
    then();
    writeFileSync(join(content, 'topics', 'c.yaml'), '');
    then();
    rmSync(join(content, 'b.yaml'));
    then();
    rmSync(content, { recursive: true });
    then();
    keys.push(fingerprint([content], 'v2'));
    expect(new Set(keys).size).toBe(7);
  });

  it('does not change with the time of a file', () => {
    writeFileSync(join(folder, 'a.yaml'), 'a: 1');
    const before = fingerprint([folder], 'v');
    utimesSync(join(folder, 'a.yaml'), 1, 1);
    expect(fingerprint([folder], 'v')).toBe(before);
  });
});

describe('a copy', () => {
  it('comes back as it was, and only this user may read it', () => {
    keepCopy(folder, 'key', { a: [1, 'é'] });
    expect(readCopy(folder, 'key')).toEqual({ a: [1, 'é'] });
    expect(readCopy(folder, 'other')).toBeUndefined();
    expect(statSync(join(folder, 'content', 'key.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'content'))).toEqual(['key.json']);
  });

  it('that is cut off counts as none', () => {
    keepCopy(folder, 'key', { a: 1 });
    writeFileSync(join(folder, 'content', 'key.json'), '{"a": ');
    expect(readCopy(folder, 'key')).toBeUndefined();
  });

  it('is one of six: the oldest is forgotten', () => {
    for (let n = 1; n <= 7; n += 1) {
      keepCopy(folder, `key${n}`, n);
      utimesSync(join(folder, 'content', `key${n}.json`), n, n);
    }
    keepCopy(folder, 'key8', 8);
    const kept = readdirSync(join(folder, 'content')).sort();
    expect(kept).toHaveLength(6);
    expect(kept).toContain('key8.json');
    expect(kept).not.toContain('key1.json');
  });

  it.skipIf(process.getuid?.() === 0)('that may not be kept is no trouble', () => {
    chmodSync(folder, 0o500);
    expect(() => keepCopy(folder, 'key', 1)).not.toThrow();
    chmodSync(folder, 0o700);
    expect(existsSync(join(folder, 'content'))).toBe(false);
  });

  it('where a file stands in the way is no trouble', () => {
    writeFileSync(join(folder, 'content'), '');
    expect(() => keepCopy(folder, 'key', 1)).not.toThrow();
    expect(readCopy(folder, 'key')).toBeUndefined();
  });
});
