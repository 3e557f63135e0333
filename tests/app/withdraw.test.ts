/** Protects a withdrawal: no way to make the topic is left, whatever else is wrong, and only its own list can lift it. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withdraw } from '../../src/app/withdraw.ts';
import { readContent } from '../../src/read/read-content.ts';
import { type ContentCopy, copyContent, told } from '../support/content-copy.ts';
import { contentFolder, day, healthyFactors, profileWith, tailorWith } from '../support/shipped-content.ts';

const topic = 'back-muscle-spasm';
let copy: ContentCopy;
beforeEach(() => {
  copy = copyContent();
});
afterEach(() => copy.remove());

const ask = (more: object = {}) =>
  withdraw({ content: { shipped: contentFolder, own: copy.folder } } as Parameters<typeof withdraw>[0], {
    topic,
    reason: 'Wrong dose',
    lift: false,
    today: day('2026-11-24'),
    ...more,
  });

async function made(
  folders: { shipped: string; own?: string } = { shipped: contentFolder, own: copy.folder },
) {
  const read = await readContent(folders);
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  const tailored = tailorWith(read.value.content, profileWith(healthyFactors));
  return tailored.kind === 'refused' ? tailored.refusal : 'made';
}

describe('a withdrawn topic', () => {
  it('is refused with the reason, until it is lifted', async () => {
    expect(await made()).toBe('made');
    await ask({ by: 'Dr Sample' });
    const refusal = await made();
    expect(refusal).toMatchObject({ code: 'withdrawn' });
    expect(JSON.stringify(refusal)).toContain('by Dr Sample: Wrong dose');
    await ask({ lift: true, reason: 'Mended' });
    expect(await made()).toBe('made');
    await ask({ reason: 'Again' });
    expect(JSON.stringify(await made())).toContain('Again');
  });

  it('is refused in the language that was named, and only there', async () => {
    await ask({ language: 'en' });
    expect(await made()).toMatchObject({ code: 'withdrawn' });
    expect(await ask({ language: 'xx' })).toMatchObject({ ok: false });
  });

  it('in our list is not lifted by a list of the clinic', async () => {
    copy.write('withdrawn.yaml', `withdrawn: [{topic: ${topic}, reason: Ours, date: 2026-11-24}]`);
    const own = copyContent();
    try {
      own.write('withdrawn.yaml', 'withdrawn: []');
      expect(await made({ shipped: copy.folder, own: own.folder })).toMatchObject({ code: 'withdrawn' });
    } finally {
      own.remove();
    }
  });

  it('can be withdrawn while the content is broken', async () => {
    copy.change('rulebook.yaml', 'factors:', 'fctors:');
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('that is misspelled in the list is an error: it would stay in use', async () => {
    copy.write('withdrawn.yaml', 'withdrawn: [{topic: back-muscle-spsm, reason: Ours, date: 2026-11-24}]');
    const read = await readContent({ shipped: contentFolder, own: copy.folder });
    expect(read.ok).toBe(false);
    expect(told(read.diagnostics, copy.path('withdrawn.yaml'))).toEqual(['1:13 unknown-topic']);
  });

  it('is not lifted where it was not withdrawn', async () => {
    expect(await ask({ lift: true })).toMatchObject({ ok: false, diagnostics: [{ code: 'not-withdrawn' }] });
  });
});
