/** Nothing -> a network of its own with real IPP printers and a CUPS queue in it, whose faults a test can make; or why not. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { bin } from './run-handout.ts';

const programs = ['unshare', 'nsenter', 'pgrep', 'ip', 'dbus-daemon', 'avahi-daemon', 'ippeveprinter'];
const queuePrograms = ['cupsd', 'lpadmin'];

export interface LabPrinter {
  readonly port: number;
  /** Such as `application/pdf`; the paper of the lab is Letter and A4, not A3. */
  readonly formats: string;
  readonly twoSided?: boolean;
  /** What it does with a job, in sh; `await_go` waits until the test says go. What it writes to stderr sets its state. */
  readonly script: string;
  /** Another folder of keys: another certificate. */
  readonly keys?: string;
}

export interface LabRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of `--json`. */
  readonly news: readonly LabNews[];
}

interface LabNews {
  readonly kind: string;
  readonly stage?: string;
  readonly end?: string;
  readonly sides?: number;
  readonly trouble?: { readonly code: string };
  readonly words?: string;
  readonly job?: unknown;
}

export interface PrintLab {
  readonly folder: string;
  start(printer: LabPrinter): Promise<{ readonly uri: string; stop(): void; documents(): readonly string[] }>;
  /** Starts CUPS when there is none yet. Gives the queue's address. */
  queue(name: string, device: string): Promise<string>;
  /** Lets `await_go` go on. */
  go(): void;
  holdBack(): void;
  /** The built program inside the network; told of each line of news, and how to interrupt it. */
  handout(args: readonly string[], onNews?: (news: LabNews, interrupt: () => void) => void): Promise<LabRun>;
  /** Code that may name `dist/...` in its imports, run inside the network; gives what it writes. */
  run(code: string): Promise<string>;
  close(): void;
}

/** A reason, when a program is missing or this system lets nobody build a network of its own. */
export function whyNoLab({ queue = false } = {}): string | undefined {
  const wanted = queue ? [...programs, ...queuePrograms] : programs;
  const missing = wanted.filter(
    (program) => spawnSync('sh', ['-c', `command -v ${program}`], sbin).status !== 0,
  );
  if (missing.length > 0) return `not installed: ${missing.join(', ')} (see .ci/apt-packages)`;
  const tried = spawnSync('unshare', ['-n', '-m', '-p', '--fork', 'ip', 'link', 'set', 'lo', 'up'], sbin);
  return tried.status === 0 ? undefined : 'this system lets us build no network namespace (root can)';
}

const sbin = { env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` } };

export async function openPrintLab(): Promise<PrintLab> {
  const folder = mkdtempSync(join(tmpdir(), 'handout-print-lab-'));
  // The queue's filters run as another user.
  chmodSync(folder, 0o755);
  const env = { ...sbin.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${folder}/bus`, HOME: folder };
  writeFileSync(join(folder, 'bus.conf'), busConf(folder));
  writeFileSync(join(folder, 'avahi.conf'), avahiConf);
  writeFileSync(join(folder, 'lab.sh'), labScript(folder));
  const log = (name: string) => ['-c', `exec "$0" "$@" > ${folder}/${name}.log 2>&1`];
  const flags = ['-n', '-m', '-p', '--fork', '--kill-child', '--mount-proc'];
  const lab = spawn('sh', [...log('lab'), 'unshare', ...flags, 'sh', join(folder, 'lab.sh')], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const told = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  const close = () => {
    // All that is inside ends with it.
    lab.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const until = async (what: string, done: () => boolean) => {
    for (let tries = 0; tries < 150; tries += 1) {
      if (done()) return;
      await sleep(100);
    }
    throw new Error(`The print lab waits in vain for ${what}:\n${told('lab.log')}`);
  };
  try {
    await until('its network', () => existsSync(join(folder, 'ready')));
  } catch (error) {
    close();
    throw error;
  }
  const first = spawnSync('pgrep', ['-P', String(lab.pid)], { encoding: 'utf8' }).stdout.trim();
  /** In all its namespaces, so that it ends with them; or only in its network. */
  const inside = (command: readonly string[], name?: string): ChildProcess => {
    const line = [
      'nsenter',
      '-t',
      first,
      '-n',
      ...(name === undefined ? [] : ['-m', '-p']),
      '--',
      ...command,
    ];
    return name === undefined
      ? spawn('nsenter', line.slice(1), { env, stdio: 'pipe' })
      : spawn('sh', [...log(name), ...line], { env, stdio: 'ignore' });
  };
  const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('exit', resolve));
  const goFile = join(folder, 'go');
  let cups = false;

  return {
    folder,
    close,
    go: () => writeFileSync(goFile, ''),
    holdBack: () => rmSync(goFile, { force: true }),
    start: async ({ port, formats, twoSided = false, script, keys = 'keys' }) => {
      const spool = join(folder, `spool-${port}`);
      for (const name of [spool, join(folder, keys)]) mkdirSync(name, { recursive: true });
      const command = join(folder, `job-${port}.sh`);
      writeFileSync(
        command,
        `#!/bin/sh\nawait_go() { while [ ! -e ${goFile} ]; do sleep 0.1; done; }\n${script}\n`,
      );
      chmodSync(command, 0o755);
      const name = `printer-${port}`;
      const options = [
        '-v',
        '-k',
        '-n',
        'localhost',
        '-p',
        String(port),
        '-f',
        formats,
        '-c',
        command,
        '-d',
        spool,
      ];
      const sides = twoSided ? ['-2'] : [];
      rmSync(join(folder, `${name}.log`), { force: true });
      const child = inside(['ippeveprinter', ...options, ...sides, '-K', join(folder, keys), name], name);
      await until(name, () => told(`${name}.log`).includes('printer-uuid='));
      return {
        uri: `ipp://localhost:${port}/ipp/print`,
        // The process itself is a child of the one that entered for it.
        stop: () => void spawnSync('pkill', ['-KILL', '-P', String(child.pid)]),
        documents: () => readdirSync(spool),
      };
    },
    queue: async (name, device) => {
      const server = { CUPS_SERVER: '127.0.0.1:6310' };
      if (!cups) {
        cups = true;
        writeFileSync(join(folder, 'cups.sh'), cupsScript(folder));
        inside(['sh', join(folder, 'cups.sh')], 'cups');
      }
      const line = [
        'env',
        `CUPS_SERVER=${server.CUPS_SERVER}`,
        'lpadmin',
        '-p',
        name,
        '-E',
        '-v',
        device,
        '-m',
        'everywhere',
      ];
      for (let tries = 0; (await ended(inside(line))) !== 0; tries += 1) {
        if (tries === 30) throw new Error(`CUPS makes no queue:\n${told('cups.log')}${told('cups/error')}`);
        await sleep(300);
      }
      return `ipp://localhost:6310/printers/${name}`;
    },
    run: async (code) => {
      const placed = code.replaceAll("'dist/", `'${pathToFileURL(dirname(bin))}/`);
      const child = inside([process.execPath, '--input-type=module', '-e', placed]);
      let stdout = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        stdout += chunk.toString('utf8');
      });
      child.stderr?.pipe(process.stderr);
      await new Promise((resolve) => child.on('close', resolve));
      return stdout;
    },
    handout: async (args, onNews) => {
      const settings = [
        `XDG_CONFIG_HOME=${folder}/config`,
        'HANDOUT_RECORDS=off',
        `HOME=${process.env['HOME']}`,
      ];
      const child = inside(['env', ...settings, process.execPath, bin, ...args]);
      const news: LabNews[] = [];
      let stdout = '';
      let stderr = '';
      child.stderr?.on('data', (chunk: Buffer) => {
        stderr += chunk.toString('utf8');
      });
      child.stdout?.on('data', (chunk: Buffer) => {
        stdout += chunk.toString('utf8');
        const lines = stdout
          .split('\n')
          .slice(0, -1)
          .filter((line) => line.startsWith('{"kind"'));
        for (const line of lines.slice(news.length)) {
          const one = JSON.parse(line) as LabNews;
          news.push(one);
          onNews?.(one, () => child.kill('SIGINT'));
        }
      });
      const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
      return { code, stdout, stderr, news };
    },
  };
}

const busConf = (folder: string) => `<busconfig><type>system</type><listen>unix:path=${folder}/bus</listen>
<auth>EXTERNAL</auth><policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
`;

const avahiConf = `[server]
use-ipv6=no
allow-interfaces=lo
[publish]
publish-workstation=no
`;

/** Only the loopback is there, so that no printer is announced outside. */
const labScript = (folder: string) => `ip link set lo up && ip link set lo multicast on
ip route add 224.0.0.0/4 dev lo
mount -t tmpfs tmpfs /run && mkdir -p /run/avahi-daemon /run/cups
dbus-daemon --config-file=${folder}/bus.conf --nofork --nopidfile &
while [ ! -S ${folder}/bus ]; do sleep 0.05; done
avahi-daemon -f ${folder}/avahi.conf --no-drop-root --no-chroot --no-rlimits &
while [ ! -e /run/avahi-daemon/pid ]; do sleep 0.05; done
touch ${folder}/ready
# Until the test ends, however it ends: then all that is in here ends too.
cat > /dev/null
`;

const cupsScript = (
  folder: string,
) => `mkdir -p ${folder}/cups/spool ${folder}/cups/cache ${folder}/cups/state ${folder}/cups/tmp
mkdir -p ${folder}/cups/ssl ${folder}/cups/root/ppd
chmod 1777 ${folder}/cups/tmp ${folder}/cups/cache
cat > ${folder}/cups/files.conf <<X
ServerRoot ${folder}/cups/root
RequestRoot ${folder}/cups/spool
CacheDir ${folder}/cups/cache
StateDir ${folder}/cups/state
TempDir ${folder}/cups/tmp
ServerKeychain ${folder}/cups/ssl
AccessLog ${folder}/cups/access
ErrorLog ${folder}/cups/error
PageLog ${folder}/cups/page
X
cat > ${folder}/cups/cupsd.conf <<X
Listen 127.0.0.1:6310
Browsing No
<Location />
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
X
exec cupsd -f -c ${folder}/cups/cupsd.conf -s ${folder}/cups/files.conf
`;
