/** Protects the sign-off: any change of words, drawings or rules undoes it, nothing else does, and nothing wrong is signed. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approve } from '../../src/app/approve.ts';
import { diffSinceApproval } from '../../src/app/diff.ts';
import { readContent } from '../../src/read/read-content.ts';
import { readSettings } from '../../src/settings.ts';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';
import { contentFolder, day } from '../support/shipped-content.ts';

const topic = 'back-muscle-spasm';
const file = `approvals/${topic}.en.yaml`;
const today = day('2026-11-24');
let copy: ContentCopy;
beforeEach(() => {
  copy = copyContent();
});
afterEach(() => copy.remove());

/** Checking all takes its time: it is signed once, and the file laid into other copies of the same content. */
let signed: { readonly done: Awaited<ReturnType<typeof sign>>; readonly text: string };
beforeAll(async () => {
  copy = copyContent();
  const done = await sign();
  signed = { done, text: readFileSync(copy.path(file), 'utf8') };
  copy.remove();
});
const laySigned = () => {
  mkdirSync(copy.path('approvals'));
  copy.write(file, signed.text);
};

const settings = () => readSettings({ content: copy.folder }, {});
const sign = (more: object = {}) =>
  approve(settings(), { topic, language: 'en', by: 'Dr Sample', today, ...more });

async function review() {
  const read = await readContent({ shipped: contentFolder, own: copy.folder });
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  return read.value.content.reviews.get(`${topic}/en`)?.state;
}

async function changed() {
  const found = await diffSinceApproval(settings(), topic, 'en');
  return found.ok ? found.value.flatMap(({ changes }) => changes.map(({ id, kind }) => `${kind} ${id}`)) : [];
}

describe('an approval', () => {
  it('says who, when and until when, and covers the text as it stands', async () => {
    expect(await review()).toBeUndefined();
    const { done } = signed;
    expect(done).toMatchObject({ ok: true });
    expect(done.ok && done.value.approval).toMatchObject({ by: 'Dr Sample', date: today, due: '2027-11-24' });
    laySigned();
    expect(await review()).toBe('approved');
    expect(await changed()).toEqual([]);
  });

  it.each([
    ['a block', 'shared/en.yaml', 'Start with 1 and 2', 'Start with 3', 'changed label moves_intro'],
    ['a topic', `topics/${topic}/en.yaml`, 'Short walks', 'Long walks', 'changed block key.move'],
    ['a drawing', 'figures/walk.yaml', 'face: 0', 'face: 5', 'changed figure walk'],
    ['a term', 'locales/en-US.yaml', "emergency_number: '911'", "emergency_number: '912'", 'changed locale'],
  ])('is undone by a change of %s', async (_, name, from, to, told) => {
    laySigned();
    copy.change(name, from, to);
    expect(await review()).toBe('changed');
    expect(await changed()).toEqual([told]);
  });

  it('is undone by a change of a rule, and shows which', async () => {
    laySigned();
    copy.change('rulebook.yaml', /heat:\n(\s+)starts: ok/, 'heat:\n    starts: ask');
    expect(await review()).toBe('changed');
    expect(await changed()).toEqual(['changed resource heat']);
  });

  it('stands when only a comment or the order of keys changes', async () => {
    laySigned();
    const rulebook = readFileSync(copy.path('rulebook.yaml'), 'utf8');
    copy.write('rulebook.yaml', `# Another comment\n${rulebook}`);
    copy.change(
      `topics/${topic}/en.yaml`,
      /^title: (.*)\npurpose: (.*)$/m,
      'purpose: A muscle\ntitle: Back muscle spasm',
    );
    copy.change(
      `topics/${topic}/en.yaml`,
      'purpose: A muscle\n',
      'purpose: A muscle in your back has gone tight and will not let go.\n',
    );
    expect(await review()).toBe('approved');
  });

  it('comes back when the change is taken back', async () => {
    laySigned();
    copy.change('figures/walk.yaml', 'face: 0', 'face: 5');
    copy.change('figures/walk.yaml', 'face: 5', 'face: 0');
    expect(await review()).toBe('approved');
  });

  it('counts for nothing when its file was changed by hand', async () => {
    laySigned();
    copy.change(file, 'Short walks', 'Long walks');
    expect(await review()).toBeUndefined();
  });
});

describe('no approval', () => {
  it('of content that the checks refuse', async () => {
    copy.change(`topics/${topic}/en.yaml`, '**Keep moving.**', '**Take Advil and keep moving.**');
    const done = await sign();
    expect(done.ok).toBe(false);
    expect(existsSync(copy.path(file))).toBe(false);
  });

  it.each([
    ['a topic that is not there', { topic: 'back-muscle-spsm' }, 'unknown-topic'],
    ['a language that is not there', { language: 'xx' }, 'unknown-language'],
    ['a due date that is past', { due: day('2026-11-23') }, 'due-in-the-past'],
  ])('of %s', async (_, more, code) => {
    const done = await sign(more);
    expect(done.diagnostics.map((found) => found.code)).toEqual([code]);
    expect(existsSync(copy.path('approvals'))).toBe(false);
  });
});
