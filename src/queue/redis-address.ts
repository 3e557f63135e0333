/** `--redis`, else HANDOUT_REDIS -> the address of a Redis, and how it is shown: without a password. */

export interface RedisAddress {
  readonly url: string;
  /** Host and port alone. */
  readonly shown: string;
}

export type ParsedAddress =
  | { readonly ok: true; readonly address: RedisAddress }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const usual = 'redis://127.0.0.1:6379';

/** What was given is never shown: it may hold a password. */
export function redisAddress(given: string | undefined, environment: NodeJS.ProcessEnv): ParsedAddress {
  const text = given ?? (environment['HANDOUT_REDIS'] || usual);
  const from = given === undefined ? 'HANDOUT_REDIS' : '--redis';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === '')
    return {
      ok: false,
      message: `${from} is not the address of a Redis`,
      hint: 'Write redis://HOST:PORT or, with a password and TLS, rediss://:PASSWORD@HOST:PORT; %-encode signs such as @ and /',
    };
  return { ok: true, address: { url: text, shown: `${url.hostname}:${url.port || '6379'}` } };
}
