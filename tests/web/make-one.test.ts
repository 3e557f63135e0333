/** Protects the flow of Make one without scripts and without a browser to print: topic, signs, stops, and answers that stay. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';

let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk();
});
afterAll(() => running.close());

type Fields = readonly (readonly [string, string])[];
const send = (fields: Fields) =>
  running.app.inject({
    method: 'POST',
    url: '/make',
    headers: ownForm,
    payload: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
  });
const topic = ['topic', 'back-muscle-spasm'] as const;
const checked = ['checked', 'none'] as const;

describe('the topic', () => {
  it.each(['spasm', 'M62.830', 'm62', 'BACK mus', 'tingle'])('is found by "%s"', async (find) => {
    const { body } = await send([
      ['find', find],
      ['do', 'search'],
    ]);
    expect(body).toContain('value="topic:back-muscle-spasm"');
  });

  it('that nobody has is said so, and the words come back escaped', async () => {
    const { body } = await send([
      ['find', '<b>migraine</b>'],
      ['do', 'search'],
    ]);
    expect(body).toContain('No topic for');
    expect(body).not.toContain('<b>migraine');
  });

  it('by Enter is the first hit, and the signs are next', async () => {
    const { body } = await send([
      ['find', 'spas'],
      ['do', 'enter'],
    ]);
    expect(body).toContain('data-step="check"');
    expect(body).toContain('value="E1"');
    expect(body).not.toContain('value="E10"');
  });
});

describe('a stop', () => {
  it('follows a ticked sign even when None was pressed, and has no way to print', async () => {
    const { body } = await send([topic, ['sign', 'E1'], ['sign', 'U2'], ['do', 'none']]);
    expect(body).toContain('Call 911 now');
    expect(body).toContain('see today');
    expect(body).not.toMatch(/value="print"|handout\.pdf/);
  });

  it('for today says today', async () => {
    const { body } = await send([topic, ['sign', 'U2'], ['do', 'ticked']]);
    expect(body).toContain('See a clinician today');
  });

  it('follows a blocking code without a topic, and both legs', async () => {
    const code = await send([
      ['find', 'G83.4'],
      ['do', 'enter'],
    ]);
    expect(code.body).toContain('Call 911 now');
    const legs = await send([topic, checked, ['f.leg_signs', 'both-legs'], ['do', 'update']]);
    expect(legs.body).toContain('Call 911 now');
  });

  it('can be taken back to the ticks', async () => {
    const { body } = await send([topic, ['sign', 'E1'], checked, ['do', 'check']]);
    expect(body).toMatch(/value="E1" checked/);
  });

  it('is not taken for granted: a sign must be ticked first', async () => {
    const { body } = await send([topic, ['do', 'ticked']]);
    expect(body).toContain('No sign is ticked');
    expect(body).toContain('data-step="check"');
  });
});

describe('the form', () => {
  it('has nothing chosen before, and asks what this topic asks about, in groups', async () => {
    const { body } = await send([topic, checked]);
    expect(body).not.toMatch(/type="radio"[^>]* checked/);
    for (const group of ['signs', 'medicine', 'moves', 'about'])
      expect(body).toContain(`id="group-${group}"`);
    expect(body).toContain('name="f.blood_thinner"');
  });

  it('keeps every answer when the pages could not be made, and says so', async () => {
    const answer = await send([
      topic,
      checked,
      ['f.cancer', 'no'],
      ['name', 'Ann "A" <b>'],
      ['note', 'Rest.'],
    ]);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('The page could not be made');
    expect(answer.body).toMatch(/name="f.cancer" value="no" checked/);
    expect(answer.body).toContain('value="Ann &quot;A&quot; &lt;b&gt;"');
    expect(running.said.join('\n')).not.toMatch(/Ann|Rest/);
  });

  it('does not ask about pregnancy from 60 on; an answer that was given stands, and both are said to disagree', async () => {
    const { body } = await send([topic, checked, ['age', 'older']]);
    expect(body).toContain('Not asked at this age.');
    expect(body).not.toContain('f.pregnancy');
    const given = await send([topic, checked, ['age', 'older'], ['f.pregnancy', 'pregnant']]);
    expect(given.body).toContain('This does not go with the age.');
    expect(given.body).toMatch(/name="f.pregnancy" value="pregnant" checked/);
    const denied = await send([topic, checked, ['age', 'older'], ['f.pregnancy', 'no']]);
    expect(denied.body).not.toContain('This does not go with the age.');
  });

  it('asks about the signs that an answer adds, and Print waits for it', async () => {
    const asked = await send([topic, checked, ['f.blood_thinner', 'yes']]);
    expect(asked.body).toContain('value="seen:E10"');
    expect(asked.body).toContain('1 new sign to check.');
    const seen = await send([topic, checked, ['f.blood_thinner', 'yes'], ['do', 'seen:E10']]);
    expect(seen.body).not.toContain('1 new sign to check.');
    const ticked = await send([
      topic,
      checked,
      ['f.blood_thinner', 'yes'],
      ['sign', 'E10'],
      ['do', 'seen:E10'],
    ]);
    expect(ticked.body).toContain('Call 911 now');
  });

  it('takes no more than a form can hold', async () => {
    const answers = await Promise.all([
      send([topic, ['note', 'x'.repeat(6_000)]]),
      send([topic, checked, ['f.cancer', 'y'.repeat(200)]]),
      send(Array.from({ length: 300 }, () => ['sign', 'E1'] as const)),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400]);
  });

  it.each([
    ['f.constructor', 'yes'],
    ['f.__proto__', 'yes'],
    ['f.cancer', 'perhaps'],
    ['age', '44'],
    ['visit', 'soon'],
    ['style', 'loud'],
  ])('gives no pages for %s=%s', async (name, value) => {
    const { body } = await send([topic, checked, [name, value]]);
    expect(body).not.toContain('/made/');
  });
});

it('the next patient begins with an empty page', async () => {
  const answer = await send([topic, checked, ['name', 'Ann'], ['do', 'next']]);
  expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/make']);
});

describe('a stop that hangs on what nobody has said yet', () => {
  const stop = (...fields: Fields) => send([topic, ['sign', 'U1'], ['checked', 'ticked'], ...fields]);
  const asks = (body: string) => /name="f\.weak_immunity" value="no"/.test(body);

  it('is an emergency until the one answer that decides is no, and asks for it', async () => {
    const unknown = await stop();
    expect(unknown.body).toContain('Call 911 now');
    expect(asks(unknown.body)).toBe(true);
    for (const [answer, title] of [
      ['unknown', 'Call 911 now'],
      ['yes', 'Call 911 now'],
      ['no', 'See a clinician today'],
    ] as const) {
      const { body } = await stop(['f.weak_immunity', answer]);
      expect([answer, body.includes(title)]).toEqual([answer, true]);
      expect(body).toMatch(new RegExp(`name="f.weak_immunity" value="${answer}" checked`));
      expect(body).not.toMatch(/type="hidden" name="f.weak_immunity"/);
      expect(body).not.toMatch(/value="print"|handout\.pdf/);
    }
  });

  it('asks about each sign that hangs so, and falls only when all of them are denied', async () => {
    const both: Fields = [
      ['sign', 'U11'],
      ['f.weak_immunity', 'no'],
    ];
    const half = await stop(...both);
    expect(half.body).toContain('Call 911 now');
    expect(half.body).toContain('name="f.ulcer_or_bleed"');
    const whole = await stop(...both, ['f.ulcer_or_bleed', 'no']);
    expect(whole.body).toContain('See a clinician today');
  });

  it('asks nothing where it is an emergency whatever is answered', async () => {
    for (const fields of [[['sign', 'E1']], [['code', 'G83.4']], [['f.leg_signs', 'both-legs']]] as const) {
      const { body } = await stop(...fields);
      expect(body).toContain('Call 911 now');
      expect(asks(body)).toBe(false);
    }
  });

  it('keeps what was answered on the way back to the ticks', async () => {
    const { body } = await stop(['f.weak_immunity', 'no'], ['do', 'check']);
    expect(body).toContain('type="hidden" name="f.weak_immunity" value="no"');
  });
});

it('the clinician may answer under an "ask us" line; words without one wait, and nothing else is taken for a line', async () => {
  const asked = await send([topic, checked, ['do', 'say:acetaminophen']]);
  expect(asked.body).toContain('name="s.acetaminophen"');
  const answers: Fields = [topic, checked, ['f.liver_or_alcohol', 'no'], ['age', 'adult']];
  const lapsed = await send([...answers, ['s.potassium', 'One is fine.']]);
  expect(lapsed.body).not.toContain('name="s.potassium"');
  const other = await send([...answers, ['s.constructor', 'x']]);
  expect(other.body).toContain('An answer can not be used.');
  const gone = await send([topic, checked, ['s.acetaminophen', 'x'], ['do', 'unsay:acetaminophen']]);
  expect(gone.body).not.toContain('name="s.acetaminophen"');
});
