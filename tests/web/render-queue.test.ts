/** Protects the bound on work: never more at once than allowed, in order, and an honest no when the room is full. */

import { expect, it } from 'vitest';
import { QueueFull, renderQueue } from '../../src/web/render-queue.ts';

/** Work that ends when it is told to. */
function held() {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { work: () => done, finish };
}

it('runs so many at once, and those that wait in their order', async () => {
  const queue = renderQueue({ atOnce: 1, waiting: 5, longestWaitMs: 60_000 });
  const order: number[] = [];
  const first = held();
  const running = [
    queue.run(first.work).then(() => order.push(1)),
    queue.run(async () => order.push(2)),
    queue.run(async () => order.push(3)),
  ];
  expect(queue.load()).toEqual({ atWork: 1, waiting: 2 });
  first.finish();
  await Promise.all(running);
  expect(order).toEqual([1, 2, 3].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(order.indexOf(2)).toBeLessThan(order.indexOf(3));
  expect(queue.load()).toEqual({ atWork: 0, waiting: 0 });
});

it('turns away who finds no room, and whoever waited too long', async () => {
  const queue = renderQueue({ atOnce: 1, waiting: 1, longestWaitMs: 20 });
  const first = held();
  const running = queue.run(first.work);
  const patient = queue.run(async () => 'never');
  await expect(queue.run(async () => 'no room')).rejects.toBeInstanceOf(QueueFull);
  await expect(patient).rejects.toBeInstanceOf(QueueFull);
  first.finish();
  await running;
  await expect(queue.run(async () => 'again')).resolves.toBe('again');
});

it('gives the place back when the work fails', async () => {
  const queue = renderQueue({ atOnce: 1, waiting: 1, longestWaitMs: 1_000 });
  await expect(queue.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
  await expect(queue.run(async () => 'next')).resolves.toBe('next');
});

it('lets a batch work only where it holds up nobody at a screen', async () => {
  const queue = renderQueue({ atOnce: 2, waiting: 5, longestWaitMs: 60_000 });
  const order: string[] = [];
  const [one, page] = [held(), held()];
  const batch = ['first', 'second'].map((name, at) =>
    queue.runQuietly(async () => {
      order.push(name);
      if (at === 0) await one.work();
    }),
  );
  await Promise.resolve();
  // One of the two places stays free for whoever comes.
  expect(order).toEqual(['first']);
  const looked = queue.run(page.work).then(() => order.push('page'));
  one.finish();
  await batch[0];
  await batch[1];
  expect(order).toEqual(['first', 'second']);
  page.finish();
  await looked;
  expect(queue.load()).toEqual({ atWork: 0, waiting: 0 });
});
