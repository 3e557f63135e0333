/** Protects sets: every combination that exists, once, and a name that leads nowhere is told. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import { readSet, setJobs, setPath } from '../../src/read/leaflet-set.ts';
import { contentFolder, shippedContent } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});
const own = mkdtempSync(join(tmpdir(), 'sets-'));
mkdirSync(join(own, 'sets'));
afterAll(() => rmSync(own, { recursive: true, force: true }));

async function jobsOf(text: string) {
  const path = join(own, 'sets', 'mine.yaml');
  writeFileSync(path, text);
  const set = await readSet(path);
  if (!set.ok) return set;
  return setJobs(set.value, content);
}

describe('a set', () => {
  it('that is shipped holds all topics in all languages, styles and papers, for nobody in particular', async () => {
    const path = setPath('all', { shipped: contentFolder });
    const set = await readSet(path ?? '');
    const jobs = set.ok ? setJobs(set.value, content) : set;
    expect(jobs.diagnostics).toEqual([]);
    const ids = jobs.ok ? jobs.value.map(({ id }) => id) : [];
    const sheets = [...content.topics.values()].reduce((sum, { words }) => sum + words.size, 0);
    expect(ids).toHaveLength(sheets * 4);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('back-muscle-spasm.en.standard.A4');
    expect(jobs.ok && jobs.value[0]).toMatchObject({
      paper: 'A4',
      profile: { patient: {}, factors: {}, language: 'en', topics: ['back-muscle-spasm'] },
    });
  });

  it('gives a combination once, however often it is named', async () => {
    const jobs = await jobsOf(
      "title: T\ntopics: [back-muscle-spasm, '*']\nlanguages: [en, '*']\npapers: [A4, A4]\n",
    );
    expect(jobs.ok && jobs.value.map(({ id }) => id)).toEqual(
      [...(content.topics.get('back-muscle-spasm')?.words.keys() ?? [])].map(
        (tag) => `back-muscle-spasm.${tag}.standard.A4`,
      ),
    );
  });

  it('tells a topic, a language and a paper that do not exist, and that packets can not be made yet', async () => {
    const jobs = await jobsOf('title: T\ntopics: [back-muscle-spam]\nlanguages: [tlh]\ntogether: true\n');
    expect(jobs.ok).toBe(false);
    expect(jobs.diagnostics.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '4 no-packets',
      '2 unknown-topic',
      '3 unknown-language',
    ]);
    expect(jobs.diagnostics[1]?.hint).toBe('Did you mean `back-muscle-spasm`?');
    expect((await jobsOf("title: T\ntopics: ['*']\npapers: [A5]\n")).diagnostics).toMatchObject([
      { line: 3, code: 'not-allowed' },
    ]);
  });
});

describe('a source of a batch', () => {
  it('is a set by its id, the own one first, or as a file in sets/; else it is a roster', () => {
    writeFileSync(join(own, 'sets', 'all.yaml'), 'title: T\n');
    const folders = { shipped: contentFolder, own };
    expect(setPath('all', folders)).toBe(join(own, 'sets', 'all.yaml'));
    expect(setPath(join(own, 'sets', 'all.yaml'), { shipped: contentFolder })).toBe(
      join(own, 'sets', 'all.yaml'),
    );
    expect(setPath('patients.yaml', folders)).toBeUndefined();
    expect(setPath('none', folders)).toBeUndefined();
  });
});
