/** Protects what is told when no page comes out: signs that have no room, a page that did not answer, and a desk that warms up without a browser. */

import { afterEach, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { warmDesk } from '../../src/web/warm-desk.ts';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';

let running: RunningDesk | undefined;
afterEach(() => running?.close());

/** A desk whose browser is always out of order, and how often it was asked for. */
async function outOfOrder(fault: Fault): Promise<{ desk: RunningDesk; asked: () => number }> {
  let asked = 0;
  const printer = {
    take: async () => {
      asked += 1;
      throw fault;
    },
    release: async () => undefined,
    close: async () => undefined,
  };
  const desk = await startDesk({ printer });
  running = desk;
  asked = 0;
  return { desk, asked: () => asked };
}

const ask = ({ app }: RunningDesk) =>
  app.inject({
    method: 'POST',
    url: '/make',
    headers: { ...ownForm, 'accept-language': 'es' },
    payload: 'topic=back-muscle-spasm&checked=none&do=update',
  });

it('signs that have no room are told with what helps, and are no failure', async () => {
  const { desk } = await outOfOrder(new Fault('signs-too-long', 'The warning signs do not fit'));
  const { statusCode, body } = await ask(desk);
  expect(statusCode).toBe(200);
  expect(body).toContain('no caben en la página 1');
  expect(body).not.toMatch(/value="print"|handout\.pdf/);
  expect(desk.said).toEqual([]);
});

it('what may go better a second time is tried once more, and nothing else is', async () => {
  const again = await outOfOrder(new Fault('print-failed', 'The page hung', { retryable: true }));
  expect((await ask(again.desk)).statusCode).toBe(500);
  expect(again.asked()).toBe(2);
  expect(again.desk.said).toEqual(['POST /make 500 print-failed']);
  await again.desk.close();
  const never = await outOfOrder(new Fault('font-fallback', 'A font is missing'));
  expect((await ask(never.desk)).statusCode).toBe(500);
  expect(never.asked()).toBe(1);
});

it('a desk that can not warm up says nothing and goes on', async () => {
  const { desk, asked } = await outOfOrder(new Fault('browser-missing', 'There is no browser'));
  await expect(warmDesk(desk.desk)).rejects.toBeInstanceOf(Fault);
  expect(asked()).toBeLessThanOrEqual(2);
  expect(desk.said).toEqual([]);
  expect(desk.desk.queue.load()).toEqual({ atWork: 0, waiting: 0 });
});
