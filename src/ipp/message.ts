/** What an IPP message is made of (RFC 8010, RFC 8011): operations, tags, attributes, groups. */

export const operation = {
  printJob: 0x0002,
  validateJob: 0x0004,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
} as const;

export const groupTag = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const;

export const valueTag = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  octets: 0x30,
  range: 0x33,
  collection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  collectionEnd: 0x37,
  memberName: 0x4a,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;

/** What a value is when it was read; tags that nobody here asks for stay bytes. */
export type IppValue =
  | number
  | boolean
  | string
  | Uint8Array
  | { readonly from: number; readonly to: number };

export interface IppAttribute {
  readonly tag: number;
  readonly name: string;
  readonly value:
    | number
    | boolean
    | string
    | readonly string[]
    | { readonly members: readonly IppAttribute[] };
}

export interface IppGroup {
  readonly tag: number;
  readonly attributes: readonly IppAttribute[];
}

export interface IppRequest {
  readonly version: readonly [number, number];
  readonly operation: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
}

/** Attributes by name; a name may come again in another group. */
export interface IppAnswer {
  readonly status: number;
  readonly requestId: number;
  readonly groups: readonly {
    readonly tag: number;
    readonly attributes: ReadonlyMap<string, readonly IppValue[]>;
  }[];
}

export const status = {
  authenticationNeeded: [0x0401, 0x0402, 0x0403],
  notFound: 0x0406,
  formatNotSupported: 0x040a,
  valuesNotSupported: 0x040b,
  versionNotSupported: 0x0503,
  notAccepting: 0x0506,
  busy: 0x0507,
} as const;

/** 0x0000 to 0x00ff: done, perhaps with attributes passed over. */
export function succeeded(code: number): boolean {
  return code < 0x0100;
}

export const attribute = {
  integer: (name: string, value: number): IppAttribute => ({ tag: valueTag.integer, name, value }),
  boolean: (name: string, value: boolean): IppAttribute => ({ tag: valueTag.boolean, name, value }),
  keyword: (name: string, value: string | readonly string[]): IppAttribute => ({
    tag: valueTag.keyword,
    name,
    value,
  }),
  uri: (name: string, value: string): IppAttribute => ({ tag: valueTag.uri, name, value }),
  name: (name: string, value: string): IppAttribute => ({ tag: valueTag.name, name, value }),
  mimeType: (name: string, value: string): IppAttribute => ({ tag: valueTag.mimeType, name, value }),
  charset: (name: string, value: string): IppAttribute => ({ tag: valueTag.charset, name, value }),
  language: (name: string, value: string): IppAttribute => ({ tag: valueTag.language, name, value }),
  collection: (name: string, members: readonly IppAttribute[]): IppAttribute => ({
    tag: valueTag.collection,
    name,
    value: { members },
  }),
};
