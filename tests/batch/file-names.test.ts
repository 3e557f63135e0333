/** Protects file names: no patient in them unless asked for, safe on every system, and never two jobs under one. */

import { describe, expect, it } from 'vitest';
import { fileNames, type NamedJob } from '../../src/batch/file-names.ts';
import { hex32 } from '../support/manifest.ts';

const jobOf = (id: string, change: Partial<NamedJob> = {}): NamedJob => ({
  id,
  job: hex32(id),
  topic: 'back-muscle-spasm',
  language: 'en',
  codes: ['M62.830'],
  ...change,
});
const nameOf = (by: 'hash' | 'id' | 'code', job: NamedJob) => {
  const given = fileNames(by)(job);
  return given.ok ? given.name : given.code;
};

describe('by hash', () => {
  it('names topic, language and the beginning of the key, never the id', () => {
    expect(nameOf('hash', jobOf('MRN-7'))).toBe(`back-muscle-spasm_en_${hex32('MRN-7').slice(0, 16)}.pdf`);
    expect(nameOf('hash', jobOf('MRN-7', { format: 'html' }))).toMatch(/\.html$/);
  });

  it('tells of an id that comes twice', () => {
    const name = fileNames('hash');
    expect(name(jobOf('a')).ok).toBe(true);
    expect(name(jobOf('b')).ok).toBe(true);
    expect(name(jobOf('a'))).toMatchObject({ ok: false, code: 'id-twice' });
  });
});

describe('by id', () => {
  it.each([
    ['MRN-0001', 'MRN-0001'],
    ['a/b', 'a%2Fb'],
    ['../x', '%2E.%2Fx'],
    ['a%2Fb', 'a%252Fb'],
    ['José 1', 'Jos%C3%A9%201'],
    ['-rf', '%2Drf'],
    ['CON', '%43ON'],
    ['nul.1', '%6Eul.1'],
    ['console', 'console'],
    ['a\u0000:*?"<>|\\', 'a%00%3A%2A%3F%22%3C%3E%7C%5C'],
  ])('writes %j as %s', (id, stem) => {
    expect(nameOf('id', jobOf(id))).toBe(`${stem}_back-muscle-spasm_en.pdf`);
  });

  it('refuses what would not be a name', () => {
    expect(nameOf('id', jobOf(''))).toBe('id-empty');
    expect(nameOf('id', jobOf('7'.repeat(300)))).toBe('id-too-long');
    expect(nameOf('id', jobOf('é'.repeat(60)))).toBe('id-too-long');
  });

  it('takes names that differ in capitals for one', () => {
    const name = fileNames('id');
    expect(name(jobOf('ab')).ok).toBe(true);
    expect(name(jobOf('AB'))).toMatchObject({ ok: false, hint: expect.stringContaining('--name-by hash') });
    expect(name(jobOf('ab', { topic: 'neck-strain' })).ok).toBe(true);
  });
});

describe('by code', () => {
  it('names as OpenEMR looks for it, once for each code', () => {
    expect(nameOf('code', jobOf('x'))).toBe('icd10_m62.830_en.pdf');
    expect(fileNames('code')(jobOf('x', { codes: ['M54.50', 'M54.59'], language: 'es' }))).toEqual({
      ok: true,
      name: 'icd10_m54.50_es.pdf',
      also: ['icd10_m54.59_es.pdf'],
    });
  });

  it('tells which flag to change when a second sheet would have the name', () => {
    const name = fileNames('code');
    expect(name(jobOf('A4')).ok).toBe(true);
    expect(name(jobOf('Letter'))).toMatchObject({
      ok: false,
      code: 'name-taken',
      hint: expect.stringMatching(/one size and one paper.*--name-by hash/),
    });
    expect(name(jobOf('A4', { language: 'es' })).ok).toBe(true);
  });

  it('needs a code', () => {
    expect(nameOf('code', jobOf('x', { codes: [] }))).toBe('no-code');
  });
});
