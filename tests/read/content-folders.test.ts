/** Protects a clinic's own content: its files are taken before the shipped ones, unit by unit, and nothing else changes. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languagesIn, unitNames, unitPath } from '../../src/read/content-folders.ts';
import { readContent } from '../../src/read/read-content.ts';
import { contentFolder } from '../support/shipped-content.ts';

let own: string;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'handout-own-'));
});
afterEach(() => rmSync(own, { recursive: true, force: true }));

const read = async (rest: { clinic?: string; topics?: string[] } = {}) => {
  const outcome = await readContent({ shipped: contentFolder, own, ...rest });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.content;
};
const shippedFile = (name: string) => readFileSync(join(contentFolder, name), 'utf8');

function ownTopic(id: string): void {
  const folder = join(own, 'topics', id);
  mkdirSync(folder, { recursive: true });
  for (const name of ['topic.yaml', 'en.yaml']) {
    const text = shippedFile(`topics/back-muscle-spasm/${name}`)
      .replace('id: back-muscle-spasm', `id: ${id}`)
      .replace('title: Back muscle spasm', 'title: Our own title');
    writeFileSync(join(folder, name), text);
  }
}

describe("a clinic's own folder", () => {
  it('that is empty changes nothing', async () => {
    const content = await read();
    expect([...content.topics.keys()]).toEqual(['back-muscle-spasm']);
    expect(content.clinic.name).toBe('Maple Street Clinic');
  });

  it('with only a letterhead gives the letterhead', async () => {
    writeFileSync(
      join(own, 'clinic.yaml'),
      shippedFile('clinic.yaml').replace('Maple Street Clinic', 'North Clinic').replace('en-US', 'en-GB'),
    );
    const content = await read();
    expect(content.clinic.name).toBe('North Clinic');
    expect(content.locale.emergency_number).toBe('999');
    expect([...content.topics.keys()]).toEqual(['back-muscle-spasm']);
  });

  it('with only one more topic adds it', async () => {
    ownTopic('stiff-back');
    const content = await read();
    expect([...content.topics.keys()].sort()).toEqual(['back-muscle-spasm', 'stiff-back']);
    expect(content.topics.get('stiff-back')?.words.get('en')?.title).toBe('Our own title');
    expect([...(await read({ topics: ['stiff-back'] })).topics.keys()]).toEqual(['stiff-back']);
  });

  it('with a topic of a shipped name takes its place whole', async () => {
    ownTopic('back-muscle-spasm');
    const before = await readContent({ shipped: contentFolder });
    const content = await read();
    expect(content.topics.get('back-muscle-spasm')?.words.get('en')?.title).toBe('Our own title');
    const key = 'back-muscle-spasm/en';
    // Other words are another sheet: the id that is printed must tell.
    expect(before.ok && before.value.content.hashes.get(key)).not.toBe(content.hashes.get(key));
  });

  it('never mixes the files of a topic: without words of its own it has none', async () => {
    ownTopic('back-muscle-spasm');
    rmSync(join(own, 'topics/back-muscle-spasm/en.yaml'));
    const outcome = await readContent({ shipped: contentFolder, own });
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics).toMatchObject([
      { code: 'missing-text', file: join(own, 'topics/back-muscle-spasm/topic.yaml') },
    ]);
  });

  it('with its own rulebook uses that one', async () => {
    writeFileSync(
      join(own, 'rulebook.yaml'),
      shippedFile('rulebook.yaml').replace("version: '0.1'", "version: '7'"),
    );
    expect((await read()).rulebook.version).toBe('7');
  });

  it('gives way to a letterhead named apart', async () => {
    cpSync(join(contentFolder, 'clinic.yaml'), join(own, 'clinic.yaml'));
    const other = join(own, 'south.yaml');
    writeFileSync(other, shippedFile('clinic.yaml').replace('Maple Street Clinic', 'South Clinic'));
    expect((await read({ clinic: other })).clinic.name).toBe('South Clinic');
  });

  it('is told by its own path when something in it is wrong', async () => {
    writeFileSync(join(own, 'clinic.yaml'), 'name: North\n');
    const outcome = await readContent({ shipped: contentFolder, own });
    expect(outcome.ok).toBe(false);
    expect(new Set(outcome.diagnostics.map(({ file }) => file))).toEqual(new Set([join(own, 'clinic.yaml')]));
  });
});

describe('names of units', () => {
  it('are those of both folders, once, sorted, without hidden ones', () => {
    mkdirSync(join(own, 'topics', 'a-first'), { recursive: true });
    mkdirSync(join(own, 'topics', '.git'));
    writeFileSync(join(own, 'topics', 'README.md'), '');
    const folders = { shipped: contentFolder, own };
    expect(unitNames(folders, 'topics')).toEqual(['a-first', 'back-muscle-spasm']);
    expect(unitNames(folders, 'locales')).toEqual(['en-GB', 'en-US']);
    expect(unitNames(folders, 'nothing')).toEqual([]);
    expect(unitPath(folders, 'topics/a-first')).toBe(join(own, 'topics/a-first'));
    expect(languagesIn(join(contentFolder, 'topics/back-muscle-spasm'), 'topic.yaml')).toEqual(['en']);
  });
});
