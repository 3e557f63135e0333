/** Protects the printed page and its twin from what is typed: markup, templates, styles and addresses in a name or a note are words and nothing else. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';
import { htmlParts } from '../support/html-parts.ts';
import { pdfText } from '../support/pdf-text.ts';

let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk({ browser: true });
});
afterAll(() => running.close());

const cookie = `desk=${'p'.repeat(22)}`;
const get = (url: string) => running.app.inject({ url, headers: { host: ownForm.host, cookie } });

async function made(typed: Readonly<Record<string, string>>): Promise<{ id: string; page: string }> {
  const { body, statusCode } = await running.app.inject({
    method: 'POST',
    url: '/make',
    headers: { ...ownForm, cookie, 'x-desk': 'script' },
    payload: new URLSearchParams({
      topic: 'back-muscle-spasm',
      checked: 'none',
      do: 'update',
      ...typed,
    }).toString(),
  });
  expect(statusCode).toBe(200);
  return { id: /data-id="([\w-]{22})"/.exec(body)?.[1] ?? '', page: body };
}

/** Line breaks and spaces are the layout's own. */
const bare = (text: string) => text.replace(/\s+/g, '');

it.each([
  ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
  ['an end of what it stands in', '</p></section></body></html><svg onload=alert(1)>'],
  ['a template', '{{constructor}} {{{@root}}} {{> handout}} {{#each this}}x{{/each}}'],
  ['a style', '</style><style>*{display:none}</style>" } body { display: none } /*'],
  ['an address', '"><iframe src=file:///etc/passwd></iframe><link rel=stylesheet href=//evil.example>'],
  ['entities', '&lt;script&gt; &#60;script&#62; &amp;amp; <!-- a --> <![CDATA[ b ]]>'],
])('%s in the name and in the note', async (_what, evil) => {
  const name = evil.slice(0, 60);
  const { id, page } = await made({ name, note: evil });
  expect(id).not.toBe('');
  expect(htmlParts(page).running).toEqual([]);

  const twin = await get(`/made/${id}/handout.html`);
  expect(twin.headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox/);
  const { running: runs, texts, attributes } = htmlParts(twin.body);
  expect(runs).toEqual([]);
  const reaching = attributes.filter(
    ({ element, name: attribute, value }) =>
      ['iframe', 'link', 'object', 'embed', 'base', 'form'].includes(element) ||
      (['src', 'href'].includes(attribute) && !/^(#|data:|tel:|mailto:)/.test(value)),
  );
  expect(reaching).toEqual([]);
  expect(bare(texts.join(''))).toContain(bare(evil));
  expect(bare(texts.join(''))).toContain(bare(name));

  const plain = await get(`/made/${id}/handout.txt`);
  expect(plain.headers['content-type']).toMatch(/^text\/plain/);
  expect(bare(plain.body)).toContain(bare(evil));

  const pdf = await get(`/made/${id}/handout.pdf`);
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bare(await pdfText(pdf.rawPayload))).toContain(bare(evil));
  expect(pdf.rawPayload.toString('latin1')).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/EmbeddedFile/);
  // The rest of the sheet is still there.
  expect(await pdfText(pdf.rawPayload)).toMatch(/911/);
  expect(running.said).toEqual([]);
});
