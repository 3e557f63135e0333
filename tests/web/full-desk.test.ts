/** Protects the bound of the desk: sixty-two are served or wait, whoever comes after them is told so in their language, and nobody who waits is lost. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';

let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk();
});
afterAll(() => running.close());

const atWork = 2;
const waiting = 60;

const ask = (language: string, headers: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url: '/make',
    headers: { ...ownForm, 'accept-language': language, ...headers },
    payload: new URLSearchParams({ topic: 'back-muscle-spasm', checked: 'none', do: 'update' }).toString(),
  });

it('holds fifty and some, and is full beyond that', async () => {
  const { queue, messages } = running.desk;
  // What is proved of the content once must not be waited for below.
  await ask('en');
  running.said.length = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const served: number[] = [];
  const all = Array.from({ length: atWork + waiting }, (_, number) =>
    queue.run(async () => {
      await opened;
      served.push(number);
    }),
  );
  expect(queue.load()).toEqual({ atWork, waiting });

  for (const language of ['en', 'es']) {
    const turnedAway = await ask(language);
    expect(turnedAway.statusCode).toBe(503);
    expect(turnedAway.headers['retry-after']).toBe('3');
    expect(turnedAway.headers['cache-control']).toBe('no-store');
    expect(turnedAway.body).toContain(`<html lang="${language}"`);
    // Its beginning is set in bold.
    const [, , says = 'none'] = (messages.get(language)?.text('make.full') ?? '').split('**');
    expect(turnedAway.body).toContain(says);
    // What was answered is not lost.
    expect(turnedAway.body).toContain('data-step="form"');
  }
  // A stop waits for nobody.
  const stopped = await running.app.inject({
    method: 'POST',
    url: '/make',
    headers: ownForm,
    payload: 'topic=back-muscle-spasm&sign=E1&do=ticked',
  });
  expect([stopped.statusCode, stopped.body.includes('data-step="stop"')]).toEqual([200, true]);
  expect((await running.app.inject({ url: '/make', headers: { host: ownForm.host } })).statusCode).toBe(200);

  open();
  await Promise.all(all);
  expect(served).toEqual(all.map((_, number) => number));
  expect(queue.load()).toEqual({ atWork: 0, waiting: 0 });
});

it('says so outside of Make one too, to a person and to a script', async () => {
  const { queue, messages } = running.desk;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const all = Array.from({ length: atWork + waiting }, () => queue.run(() => opened));
  const url = '/leaflets?topic=back-muscle-spasm';
  for (const accept of ['text/html', '*/*']) {
    const answer = await running.app.inject({
      url,
      headers: { host: ownForm.host, accept, 'accept-language': 'es' },
    });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '3']);
    expect(answer.body).toContain(messages.get('es')?.text('trouble.full', { seconds: 3 }) ?? 'none');
  }
  open();
  await Promise.all(all);
  // The operator hears that it was full, and of nobody.
  expect(new Set(running.said)).toEqual(new Set(['GET /leaflets 503 queue-full']));
});
