/** A printer's address as a person writes it -> where to send the request, and the address that IPP wants inside it. */

export interface PrinterAddress {
  /** As the printer knows itself: `ipp://` or `ipps://`. */
  readonly uri: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly secure: boolean;
}

/** What its certificate is kept under. */
export function placeOf({ host, port }: PrinterAddress): string {
  return `${host}:${port}`;
}

/** `http` and `https` are taken for `ipp` and `ipps`. Undefined for anything else, and for one with a password in it. */
export function printerAddress(text: string): PrinterAddress | undefined {
  const match = /^(ipps?|https?):\/\/(?=\S+$)/i.exec(text);
  if (match?.[1] === undefined) return undefined;
  const secure = match[1].toLowerCase().endsWith('s');
  const port = match[1].toLowerCase().startsWith('ipp') ? 631 : secure ? 443 : 80;
  // With a scheme that it does not know, URL would check nothing.
  const url = URL.canParse(`http://${text.slice(match[0].length)}`)
    ? new URL(`http://${text.slice(match[0].length)}`)
    : undefined;
  if (url === undefined || url.hostname === '' || url.username !== '' || url.password !== '')
    return undefined;
  if (url.hash !== '' || url.href.length > 1000) return undefined;
  // URL leaves out port 80, since it was told http.
  const written = /^[^/?]*:(\d+)(?:[/?]|$)/.exec(text.slice(match[0].length))?.[1];
  const number = written === undefined ? port : Number(written);
  const path = `${url.pathname}${url.search}`;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    uri: `${secure ? 'ipps' : 'ipp'}://${url.hostname}${number === 631 ? '' : `:${number}`}${path}`,
    host,
    port: number,
    path,
    secure,
  };
}
