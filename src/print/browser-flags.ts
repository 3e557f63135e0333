/** Where the profile is and whether the sandbox holds -> the command line of the browser. */

export interface FlagOptions {
  readonly profile: string;
  readonly sandbox: boolean;
  readonly headlessShell: boolean;
}

/** Nothing may reach a network: the pages are data only, and the page guard is the second wall behind this one. */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
];

/** One printer of pages, and no part of a browser that a person would use. */
const BARE = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-gpu',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
  '--hide-scrollbars',
];

/** The same document gives the same pages on every machine. */
const SAME_EVERYWHERE = ['--font-render-hinting=none', '--force-color-profile=srgb', '--lang=en-US'];

export function browserFlags({ profile, sandbox, headlessShell }: FlagOptions): string[] {
  return [
    headlessShell ? '--headless' : '--headless=new',
    // A pipe, not a port: no other program can join in, and the browser ends when we do, even by kill -9.
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    // In containers /dev/shm often holds 64 MB only, and a full one crashes the page.
    '--disable-dev-shm-usage',
    ...NO_NETWORK,
    ...BARE,
    ...SAME_EVERYWHERE,
  ];
}
