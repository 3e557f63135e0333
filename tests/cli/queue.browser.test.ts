/** Protects the queue: workers give the files of a batch, whatever happens to them; Redis knows no patient; the last word counts. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bad, batchRun, good, inDanger, roster, withoutBrowser } from '../support/batch-run.ts';
import { freePort, noRedis, testRedis } from '../support/redis.ts';
import { bin } from '../support/run-handout.ts';

const date = ['--date', '2026-11-23'] as const;
const { folder, env, run, file, batch, names, sheets, lines } = batchRun();

describe.skipIf(noRedis())('a queue', () => {
  const redis = testRedis();
  const queued = (command: string, args: readonly string[] = []) =>
    run([command, ...args], '', { ...env, HANDOUT_REDIS: redis.url() });
  const enqueue = (...args: string[]) => queued('enqueue', [...args, ...date]);
  const worker = (...args: string[]) => queued('worker', ['--out', 'out', '--until-empty', ...args]);
  const last = (text: string) => text.trimEnd().split('\n').at(-1);

  /** A worker that gets a signal once it has told of so many handouts; gives its exit code. */
  const workerUntil = (
    event: string,
    many: number,
    signal: NodeJS.Signals,
    args: readonly string[],
    got: (child: ChildProcess) => void = () => undefined,
  ): Promise<number | null> => {
    const child = spawn(process.execPath, [bin, 'worker', '--out', 'out', '--json', ...args], {
      cwd: folder,
      env: { ...process.env, HANDOUT_RECORDS: 'off', ...env, HANDOUT_REDIS: redis.url() },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let told = '';
    let sent = false;
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
      if (sent || told.split(`"event":"${event}"`).length <= many) return;
      sent = true;
      child.kill(signal);
      got(child);
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code));
    });
  };
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `P${index + 1}`);

  it('of which one worker is killed gives what one batch gives, and tells the truth', async () => {
    file('roster.csv', roster(...ids(12).map(good)));
    expect((await enqueue('roster.csv')).code).toBe(0);
    const [killed, other] = await Promise.all([
      workerUntil('made', 2, 'SIGKILL', ['--jobs', '2', '--stall-after', '2']),
      worker('--jobs', '1', '--stall-after', '2'),
    ]);
    expect(killed).toBeNull();
    expect(other.code).toBe(0);
    // Whoever starts next sweeps up what the killed one left, and finds nothing to do.
    expect((await worker(...withoutBrowser)).code).toBe(0);

    await batch(['roster.csv', '--out', 'one']);
    expect(Object.keys(sheets()).length).toBe(12);
    expect(sheets()).toEqual(sheets('one'));
    expect(names().filter((name) => !name.endsWith('.pdf'))).toEqual([
      'manifest-worker-1.jsonl',
      'manifest-worker-2.jsonl',
    ]);
    const verified = await run(['verify', 'out', '--json']);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: 12, missing: [], altered: [], unlisted: [] });
    // A batch in the same folder knows what workers made.
    const again = await batch(['roster.csv', '--out', 'out', ...withoutBrowser]);
    expect(again.stdout).toContain('0 made, 12 unchanged');
  });

  it('that takes a worker for dead which is not comes to no harm', async () => {
    file('roster.csv', roster(...ids(6).map(good)));
    await enqueue('roster.csv');
    let wake = () => undefined as unknown;
    const asleep = new Promise<void>((resolve) => {
      wake = () => resolve();
    });
    let sleeper: ChildProcess | undefined;
    const args = ['--jobs', '2', '--stall-after', '1', '--until-empty'];
    const woken = workerUntil('made', 1, 'SIGSTOP', args, (child) => {
      sleeper = child;
      wake();
    });
    await asleep;
    expect((await worker('--stall-after', '1')).code).toBe(0);
    sleeper?.kill('SIGCONT');
    expect(await woken).toBe(0);
    await batch(['roster.csv', '--out', 'one']);
    expect(sheets()).toEqual(sheets('one'));
    expect((await run(['verify', 'out'])).code).toBe(0);
    expect(last((await queued('enqueue', ['--status'])).stdout)).toBe(
      'handouts: 0 wait, 0 are being made, 0 were not made.',
    );
  });

  it('tells Redis no name, no id, no birth date and no answer, at no time', async () => {
    file('roster.csv', roster(good('MRN-4711'), bad('MRN-4712'), inDanger('MRN-4713')));
    await enqueue('roster.csv');
    await enqueue('roster.csv');
    expect((await worker()).code).toBe(1);
    await enqueue('roster.csv');
    const status = await queued('enqueue', ['--status', '--json']);
    const written = redis.everWritten();
    expect(written).toContain('roster.csv');
    expect(written).toContain('bad-date');
    for (const secret of ['MRN-47', 'Zzyzx', 'Qwertz', '1980', 'pregnan', 'thinner', 'E1', 'Error:'])
      expect(`${written}${status.stdout}`.includes(secret), secret).toBe(false);
  });

  it('takes a row once, however often it is added; and makes it once', async () => {
    file('roster.csv', roster(...ids(3).map(good)));
    expect(last((await enqueue('roster.csv')).stdout)).toBe('3 rows were added to the queue handouts.');
    expect(last((await enqueue('roster.csv')).stdout)).toBe(
      '0 rows were added to the queue handouts; 3 were in it already.',
    );
    expect((await worker()).stdout).toContain('3 made, 0 unchanged');
    await enqueue('roster.csv');
    expect((await worker(...withoutBrowser)).stdout).toContain('0 made, 3 unchanged');
    expect(lines().filter(({ kind }) => kind === 'made').length).toBe(3);
  });

  it('makes a row as it stands when it is made; one that is gone is told, until it is back', async () => {
    file('roster.csv', roster(good('A'), good('B'), good('C')));
    await enqueue('roster.csv');
    const changed = good('C').replace('1980', '1950');
    file('roster.csv', roster(changed, good('A')));
    const ran = await worker();
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('2 made, 0 unchanged, 0 refused for safety, 1 failed.');
    expect(ran.stdout).toContain('(row-gone)');
    const status = await queued('enqueue', ['--status']);
    expect(status.code).toBe(1);
    expect(status.stdout).toMatch(/roster\.csv +3 +failed: .*\n.*\(row-gone\)/);
    await batch(['roster.csv', '--out', 'one']);
    expect(sheets()).toEqual(sheets('one'));

    file('roster.csv', roster(changed, good('A'), good('B')));
    await enqueue('roster.csv');
    expect((await worker()).stdout).toContain('1 made, 2 unchanged, 0 refused for safety, 0 failed.');
    expect(last((await queued('enqueue', ['--status'])).stdout)).toBe(
      'handouts: 0 wait, 0 are being made, 0 were not made.',
    );
  });

  it('tells at once which rows can not be made, and the manifest tells it too', async () => {
    file('roster.csv', roster(good('A'), bad('B')));
    file('more.csv', roster(good('C'), good('A')));
    const ran = await enqueue('roster.csv', 'more.csv');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/roster\.csv +3 +birth_date/);
    expect(ran.stdout).toMatch(/more\.csv +3[\s\S]*\(id-twice\)/);
    expect(last(ran.stdout)).toBe('3 rows were added to the queue handouts.');
    expect((await worker()).stdout).toContain('2 made, 0 unchanged, 0 refused for safety, 1 failed.');
    expect(
      lines()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['failed', 'made', 'made']);
  });

  it('keeps what a stopped worker did not begin', async () => {
    file('roster.csv', roster(...ids(8).map(good)));
    await enqueue('roster.csv');
    expect(await workerUntil('made', 1, 'SIGINT', ['--jobs', '1'])).toBe(130);
    const made = Object.keys(sheets()).length;
    expect(made).toBeLessThan(8);
    expect(names().filter((name) => name.startsWith('.'))).toEqual([]);
    const { waiting, active } = JSON.parse((await queued('enqueue', ['--status', '--json'])).stdout);
    expect([waiting, active]).toEqual([8 - made, 0]);
    expect((await worker()).code).toBe(0);
    expect(Object.keys(sheets()).length).toBe(8);
  });

  it('loses nothing to a worker that can make nothing', async () => {
    file('roster.csv', roster(good('A'), good('B')));
    await enqueue('roster.csv');
    const ran = await worker(...withoutBrowser);
    expect(ran.code).toBe(4);
    expect(last((await queued('enqueue', ['--status'])).stdout)).toBe(
      'handouts: 2 wait, 0 are being made, 0 were not made.',
    );
  });

  it('tells in the manifest too of a row that each worker died of, at the tenth', async () => {
    file('roster.csv', roster(good('A')));
    await enqueue('roster.csv');
    const client = redis.client();
    const [job = ''] = (await client.keys('handout:handouts:*')).filter((key) =>
      /:[0-9a-f]{32}-[0-9a-f]{12}$/.test(key),
    );
    // How the queue counts those before.
    await client.hset(job, 'stc', '9');
    const dying = spawn(process.execPath, [bin, 'worker', '--out', 'out', '--stall-after', '1'], {
      cwd: folder,
      env: { ...process.env, HANDOUT_RECORDS: 'off', ...env, HANDOUT_REDIS: redis.url() },
      stdio: 'ignore',
    });
    const died = new Promise((resolve) => dying.once('close', resolve));
    while ((await client.llen('handout:handouts:active')) === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    dying.kill('SIGKILL');
    await died;
    const ran = await worker('--stall-after', '1');
    expect([ran.code, ran.stdout]).toEqual([1, expect.stringContaining('(worker-died)')]);
    expect(lines()).toMatchObject([{ kind: 'failed', reason: { code: 'worker-died', row: 2 } }]);
  });

  it('is told of a withdrawn topic while it works', async () => {
    mkdirSync(join(folder, 'ours'));
    file('roster.csv', roster(good('A')));
    const ours = ['--content', 'ours'];
    const withdrawing = async () => {
      await run(['withdraw', 'back-muscle-spasm', '--reason', 'Wrong dose', '--by', 'Dr Sample', ...ours]);
      await enqueue('roster.csv', ...ours);
    };
    await enqueue('roster.csv', ...ours);
    const working = workerUntil('refused', 1, 'SIGTERM', ours);
    while (!existsSync(join(folder, 'out')) || Object.keys(sheets()).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await withdrawing();
    expect(await working).toBe(130);
    expect(Object.keys(sheets())).toEqual([]);
  });

  it('with another key makes nothing, and says so', async () => {
    file('roster.csv', roster(good('A')));
    await enqueue('roster.csv');
    const other = { HANDOUT_KEY_FILE: join(folder, 'other-key'), HANDOUT_REDIS: redis.url() };
    const ran = await run(['worker', '--out', 'out', '--until-empty'], '', other);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('(other-key)');
  });

  it('is refused where Redis may throw it away, or lets nobody in; a password is not shown', async () => {
    const client = redis.client();
    try {
      await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
      const evicting = await queued('enqueue', ['--status']);
      expect([evicting.code, evicting.stderr]).toEqual([1, expect.stringContaining('noeviction')]);
      await client.config('SET', 'maxmemory-policy', 'noeviction');
      await client.config('SET', 'requirepass', 'open-sesame');
      const none = await queued('enqueue', ['--status']);
      expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('password is missing or wrong')]);
      const at = (password: string) => redis.url().replace('//', `//:${password}@`);
      const wrong = await queued('enqueue', ['--status', '--redis', at('hush-hush')]);
      expect([wrong.code, wrong.stderr]).toEqual([
        1,
        expect.stringContaining('password is missing or wrong'),
      ]);
      const right = await queued('enqueue', ['--status', '--redis', at('open-sesame')]);
      expect(right.code).toBe(0);
      for (const { stdout, stderr } of [none, wrong, right])
        expect(`${stdout}${stderr}`).not.toMatch(/open-sesame|hush-hush/);
    } finally {
      await client.config('SET', 'requirepass', '');
      await client.config('SET', 'maxmemory-policy', 'noeviction');
    }
  });
});

describe('without a queue', () => {
  it('a Redis that does not run is told in plain words', async () => {
    const redis = ['--redis', `redis://:open-sesame@127.0.0.1:${await freePort()}`];
    file('roster.csv', roster(good('A')));
    for (const args of [
      ['enqueue', 'roster.csv'],
      ['enqueue', '--status'],
      ['worker', '--out', 'out'],
    ]) {
      const ran = await run([...args, ...redis], '', env);
      expect(ran.code).toBe(1);
      expect(ran.stderr).toMatch(
        /error: Redis at 127\.0\.0\.1:\d+ can't be reached \(ECONNREFUSED\)\n {4}hint: /,
      );
      expect(ran.stdout + ran.stderr).not.toContain('sesame');
    }
  });

  it.each([
    [['enqueue'], 'Which roster?'],
    [['enqueue', '-'], 'it needs a roster that is a file'],
    [['enqueue', 'roster.csv', '--status'], '--status tells of the whole queue'],
    [['enqueue', '--status', '--queue', 'a b'], '--queue is a name'],
    [['enqueue', '--status', '--redis', 'http://:open-sesame@x'], '--redis is not the address of a Redis'],
    [['worker', '--stall-after', '0'], '--stall-after is a whole number of seconds'],
  ])('%j is a mistake of usage', async (args, message) => {
    const ran = await run(args, '', env);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(ran.stderr).not.toContain('sesame');
  });
});
