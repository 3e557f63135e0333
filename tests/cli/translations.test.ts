/** Protects translators: the list names every part that is open with what to write, and the files to start from can be read. */

import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { TopicWords } from '../../src/domain/words.ts';
import { commandLine } from '../support/command-line.ts';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';

const { run } = commandLine();
const topic = 'topics/back-muscle-spasm';
let copy: ContentCopy;
beforeEach(() => {
  copy = copyContent();
  return () => copy.remove();
});

/** The files to start from, as they are printed. */
async function started(): Promise<TopicWords[]> {
  const { stdout } = await run(['translations', '--template', '--content', copy.folder]);
  return stdout.split(/^# .*LANGUAGE\.yaml.*\n/m).flatMap((text) => (text === '' ? [] : [parse(text)]));
}

describe('handout translations', () => {
  it('says that there is one language, while there is one', async () => {
    const ran = await run(['translations']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('Everything is in one language');
  });

  it('tells what is missing, stale, left over and left in the source language, and what to write', async () => {
    const [, words] = await started();
    if (words === undefined) throw new Error('no file to start a topic from');
    const { 'symptoms.lasts': gone, ...blocks } = words.blocks;
    expect(gone).toBeDefined();
    const of = { ...words.of, 'blocks.key.signs': '00000000', 'blocks.old': '12345678' };
    const translation = { from: 'en', by: 'A. Translator', checked_by: 'nobody yet' };
    const translated = { ...words, translation, of, title: 'Espasmo muscular de espalda', blocks };
    copy.write(`${topic}/es.yaml`, stringify(translated, { aliasDuplicateObjects: false }));

    const ran = await run(['translations', '--lang', 'es', '--content', copy.folder]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^es .*es\.yaml +\d+ +1 +1 +1 +\d+ +A\. Translator +nobody yet$/m);
    expect(ran.stdout).toMatch(/es\.yaml: missing: blocks\.symptoms\.lasts: '[0-9a-f]{8}'$/m);
    const hash = words.of?.['blocks.key.signs'];
    expect(ran.stdout).toContain(`es.yaml: stale, safety: blocks.key.signs: '${hash}'`);
    expect(ran.stdout).toContain('es.yaml: superfluous: blocks.old');
    expect(ran.stdout).toContain('es.yaml: as in the source: purpose');
    expect(ran.stdout).not.toContain('as in the source: title');

    const other = await run(['translations', '--lang', 'fr', '--content', copy.folder]);
    expect(other.stdout).toContain('Nothing is in fr');
  });

  it('gives one file alone, with the tag of the language', async () => {
    const args = ['translations', '--lang', 'es', '--content', copy.folder, '--template'];
    const shared = await run([...args, 'shared']);
    expect(parse(shared.stdout)).toMatchObject({ language: { tag: 'es', name: 'ITS OWN NAME' } });
    const other = await run([...args, 'nothing']);
    expect(other).toMatchObject({ code: 2, stdout: '' });
    expect(other.stderr).toContain('Use one of: shared, topics/back-muscle-spasm');
  });

  it('gives files to start from that name each entry of the source', async () => {
    const files = await started();
    expect(files).toHaveLength(2);
    const source = parse(readFileSync(copy.path(`${topic}/en.yaml`), 'utf8')) as TopicWords;
    expect(files[1]?.blocks).toEqual(source.blocks);
    expect(Object.keys(files[1]?.of ?? {})).toContain('blocks.key.signs');
    expect(files[1]?.translation).toEqual({ from: 'en', by: '', checked_by: 'nobody yet' });
  });
});
