/** Protects the sign-off on the desk: each state is told, nothing stale or half filled in is signed, and decisions go where an update leaves them. */

import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { approve } from '../../src/app/approve.ts';
import { readSettings } from '../../src/settings.ts';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';
import { day } from '../support/shipped-content.ts';
import { addLanguage } from '../support/translated-content.ts';

const topic = 'back-muscle-spasm';
const english = `/library/${topic}/en`;
const approvals = `approvals/${topic}.en.yaml`;

/** The checks take seconds and have tests of their own. */
const inspected = vi.hoisted(() => ({ unproved: [] as string[] }));
vi.mock('../../src/app/inspect-texts.ts', () => ({
  inspectTexts: async () => [
    {
      topic: 'back-muscle-spasm',
      language: 'en',
      reading: { scale: 'grade', value: 3.94 },
      sheets: 26,
      hard: 0,
      byHand: { answered: 22, of: 24 },
      unproved: inspected.unproved,
    },
  ],
}));

let copy: ContentCopy;
let running: RunningDesk;

beforeEach(async () => {
  copy = copyContent();
  running = await startDesk({ flags: { content: copy.folder } });
}, 60_000);
afterEach(async () => {
  inspected.unproved = [];
  await running.close();
  copy.remove();
});

const get = (url: string, headers: object = {}) =>
  running.app.inject({ url, headers: { host: ownForm.host, accept: 'text/html', ...headers } });
const post = (url: string, form: Record<string, string>, headers: object = ownForm) =>
  running.app.inject({
    method: 'POST',
    url,
    headers: headers as Record<string, string>,
    payload: new URLSearchParams(form).toString(),
  });
const shownIn = (body: string) => /name="shown" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
const alertIn = (body: string) => /role="alert">(?!<\/div>)([\s\S]*?)<\/div><\/div>/.exec(body)?.[1] ?? '';
const stateOf = (body: string, language = 'en') =>
  new RegExp(`href="/library/${topic}/${language}#panel"[\\s\\S]*?<strong>([^<]*)`).exec(body)?.[1];

async function signBefore(date: string, due: string): Promise<void> {
  const settings = readSettings({ content: copy.folder }, {});
  const done = await approve(settings, {
    topic,
    language: 'en',
    by: 'Dr Sample',
    today: day(date),
    due: day(due),
  });
  expect(done.ok).toBe(true);
}

describe('the library tells', () => {
  it('a draft, and what nobody has signed needs somebody', async () => {
    const { body, statusCode } = await get('/library');
    expect(statusCode).toBe(200);
    expect(stateOf(body)).toBe('Draft');
    expect(body).toContain('Needs you 1');
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/);
  });

  it('what is approved, and until when', async () => {
    await signBefore('2026-11-01', '2027-11-01');
    const { body } = await get(english);
    expect(stateOf(body)).toBe('Approved');
    expect(body).toContain('Nov 2027');
    expect(body).toContain('Nov 1, 2026, Dr Sample');
    expect(body).toContain('Needs you 0');
  });

  it('what is overdue', async () => {
    await signBefore('2026-11-01', '2026-11-20');
    const { body } = await get(english);
    expect(stateOf(body)).toBe('Overdue');
    expect(body).toContain('The check was due on Nov 20, 2026');
  });

  it('what is out of step: how much changed, and the words before and after', async () => {
    await signBefore('2026-11-01', '2027-11-01');
    copy.change(`topics/${topic}/en.yaml`, 'Short walks', 'Long walks');
    const { body } = await get(english);
    expect(stateOf(body)).toBe('Out of step');
    expect(body).toContain('I read the changed text.');
    const texts = await get(`${english}?texts=changed`);
    expect(texts.body).toMatch(/<del>.*Short walks[\s\S]*<ins>.*Long walks/);
  });

  it('what is withdrawn, with the reason and no form to sign it', async () => {
    const sent = await post(`${english}/withdraw`, { reason: 'Wrong dose', by: 'Dr Sample', where: 'all' });
    expect(sent.statusCode).toBe(303);
    const { body } = await get(english);
    expect(stateOf(body)).toBe('Withdrawn');
    expect(body).toContain('Wrong dose');
    expect(body).not.toContain(`${english}/sign`);
    expect(parse(readFileSync(copy.path('withdrawn.yaml'), 'utf8'))).toMatchObject({
      withdrawn: [{ topic, reason: 'Wrong dose', by: 'Dr Sample', date: '2026-11-23' }],
    });
  });

  it('a translation that nobody checked, and one that is withheld because safety words lag behind', async () => {
    addLanguage(copy, 'es', 'nobody yet');
    expect(stateOf((await get('/library')).body, 'es')).toBe('Unchecked');
    copy.change(`topics/${topic}/en.yaml`, 'Short walks', 'Long walks');
    const { body } = await get(`/library/${topic}/es`);
    expect(stateOf(body, 'es')).toBe('Withheld');
    expect(body).toContain('no handout is made at all');
    expect(body).toContain('changed since they were translated');
  });
}, 60_000);

describe('what the checks found', () => {
  it('stands in the table and, in words, in the panel', async () => {
    await signBefore('2026-11-01', '2027-11-01');
    const { body } = await get(english);
    expect(body).toContain('3.9 · Nov 2027');
    expect(body).toContain('the hardest of 26 sheets');
    expect(body).toContain('<strong>22 of 24 checks.</strong>');
    expect(body).toContain('Holds');
  });

  it('makes a proof that fails somebody\u2019s work, with the patient it fails for', async () => {
    inspected.unproved = ['Ibuprofen is advised, for a patient with kidney_disease: yes'];
    await signBefore('2026-11-01', '2027-11-01');
    const { body } = await get(english);
    expect(body).toContain('1 fails');
    expect(body).toContain('for a patient with kidney_disease: yes');
    expect(body).toContain('Needs you 1');
  });
}, 60_000);

describe('a sign-off', () => {
  it('is written for who signed, about what was shown', async () => {
    const shown = shownIn((await get(english)).body);
    const sent = await post(`${english}/sign`, { by: ' Dr Sample ', due: '2027-05-01', read: 'yes', shown });
    expect(sent.statusCode).toBe(303);
    const written = parse(readFileSync(copy.path(approvals), 'utf8'));
    expect(written).toMatchObject({ by: 'Dr Sample', date: '2026-11-23', due: '2027-05-01', hash: shown });
    const { body } = await get(String(sent.headers['location']));
    expect(stateOf(body)).toBe('Approved');
    expect(body).toContain('Signed off and written down.');
  });

  it.each([
    ['no name', { by: ' ' }, 'Write your name.'],
    ['no tick', { read: '' }, 'Read the texts first'],
    ['a day that is past', { due: '2026-11-22' }, 'Choose a day'],
    ['no day', { due: '2027-02-30' }, 'Choose a day'],
    ['a name with a line break', { by: 'Dr\nSample' }, 'on one line'],
  ])('is refused with %s, and keeps what was typed', async (_what, change, says) => {
    const shown = shownIn((await get(english)).body);
    const form = { by: 'Dr Sample', due: '2027-05-01', read: 'yes', shown, ...change };
    const sent = await post(`${english}/sign`, form);
    expect(sent.statusCode).toBe(422);
    expect(alertIn(sent.body)).toContain(says);
    if (form.by === 'Dr Sample') expect(sent.body).toContain('value="Dr Sample"');
    expect(existsSync(copy.path(approvals))).toBe(false);
  });

  it('is refused when the text changed meanwhile, and shows it anew without the tick', async () => {
    const shown = shownIn((await get(english)).body);
    copy.change(`topics/${topic}/en.yaml`, 'Short walks', 'Long walks');
    const form = { by: 'Dr Sample', due: '2027-05-01', read: 'yes' };
    for (const old of [shown, '', 'x'.repeat(70)]) {
      const sent = await post(`${english}/sign`, { ...form, shown: old });
      expect(sent.statusCode).toBe(409);
      expect(alertIn(sent.body)).toContain('The text changed while you read');
      expect(shownIn(sent.body)).not.toBe(shown);
      expect(sent.body).not.toContain('checked');
      expect(existsSync(copy.path(approvals))).toBe(false);
    }
  });

  it('is refused while a check forbids it, and says which', async () => {
    copy.change('rulebook.yaml', /heat:\n(\s+)starts: ok/, 'heat:\n$1starts: gone');
    const { statusCode, body } = await get('/library');
    expect(statusCode).toBe(200);
    expect(body).toContain('no handout is made at all');
    const sent = await post(`${english}/sign`, {
      by: 'Dr Sample',
      due: '2027-05-01',
      read: 'yes',
      shown: '',
    });
    expect(sent.statusCode).not.toBe(303);
    expect(existsSync(copy.path(approvals))).toBe(false);
  });

  it('is refused from another site', async () => {
    const shown = shownIn((await get(english)).body);
    const form = { by: 'Dr Sample', due: '2027-05-01', read: 'yes', shown };
    const foreign = { ...ownForm, 'sec-fetch-site': 'cross-site' };
    for (const to of ['sign', 'withdraw'])
      expect((await post(`${english}/${to}`, { ...form, reason: 'x' }, foreign)).statusCode).toBe(403);
    expect(existsSync(copy.path(approvals))).toBe(false);
    expect(existsSync(copy.path('withdrawn.yaml'))).toBe(false);
  });
}, 60_000);

describe('a withdrawal', () => {
  it('needs a reason and a name', async () => {
    const without = await post(`${english}/withdraw`, { reason: '', by: 'Dr Sample' });
    expect(without.statusCode).toBe(422);
    expect(alertIn(without.body)).toContain('Write the reason.');
    expect((await post(`${english}/withdraw`, { reason: 'Wrong', by: '' })).statusCode).toBe(422);
    expect(existsSync(copy.path('withdrawn.yaml'))).toBe(false);
  });

  it('loses none of two that come at once, and escapes what was written', async () => {
    addLanguage(copy, 'es');
    const evil = '<script>alert(1)</script>"';
    const two = ['en', 'es'].map((tag) =>
      post(`/library/${topic}/${tag}/withdraw`, { reason: evil, by: evil, where: 'this' }),
    );
    for (const sent of await Promise.all(two)) expect(sent.statusCode).toBe(303);
    const written = parse(readFileSync(copy.path('withdrawn.yaml'), 'utf8'));
    expect(written.withdrawn).toHaveLength(2);
    const { body } = await get(english);
    expect(body).toContain('&lt;script&gt;alert(1)');
    expect(body).not.toContain(evil);
  });
}, 60_000);

describe('without a content folder of the clinic', () => {
  it('nothing is written, and the page says what to do', async () => {
    const bare = await startDesk();
    try {
      const page = await bare.app.inject({ url: english, headers: { host: ownForm.host } });
      expect(page.body).toContain('handout serve --content FOLDER');
      const shown = shownIn(page.body);
      const form = { by: 'Dr Sample', due: '2027-05-01', read: 'yes', shown, reason: 'Wrong', where: 'all' };
      for (const to of ['sign', 'withdraw']) {
        const payload = new URLSearchParams(form).toString();
        const sent = await bare.app.inject({
          method: 'POST',
          url: `${english}/${to}`,
          headers: ownForm,
          payload,
        });
        expect(sent.statusCode).toBe(409);
        expect(alertIn(sent.body)).toContain('none is set');
      }
      const { shipped } = bare.desk.settings.content;
      expect(existsSync(`${shipped}/${approvals}`)).toBe(false);
      expect(existsSync(`${shipped}/withdrawn.yaml`)).toBe(false);
    } finally {
      await bare.close();
    }
  });
}, 60_000);

it('what was looked for, and names that are not there, come back as text', async () => {
  const evil = '"><script>alert(1)</script>';
  const found = await get(`/library?find=${encodeURIComponent(evil)}`);
  expect(found.body).not.toContain('<script>alert');
  expect(found.body).toContain('No topic matches.');
  for (const path of ['/library/none/en', `/library/${topic}/xx`, `/library/..%2f..%2fetc/en`])
    expect((await get(path)).statusCode).toBe(404);
  const spanish = await get('/library', { 'accept-language': 'es' });
  expect(spanish.body).toContain('Borrador');
}, 60_000);
