/** A screen's template and model, for one person -> the whole page with the bar above it, in their language. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clinic } from '../domain/clinic.ts';
import type { Desk } from './desk.ts';
import type { Messages } from './messages.ts';
import { messagesFor, staffOf } from './person.ts';

export type Tab = 'make' | 'leaflets' | 'batch' | 'library';
const tabs: readonly { readonly id: Tab; readonly href: string }[] = [
  { id: 'make', href: '/make' },
  { id: 'leaflets', href: '/leaflets' },
  { id: 'batch', href: '/batch' },
  { id: 'library', href: '/library' },
];

export interface Page {
  /** The name of a template, such as `make-one/page`. */
  readonly template: string;
  readonly tab?: Tab;
  /** In the person's language; the clinic's name is added. */
  readonly title: string;
  /** File names in `assets/`, besides those of every page. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  readonly status?: number;
  /** Seen by the template beside `frame`. */
  readonly model: object;
}

export async function sendPage(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
): Promise<FastifyReply> {
  const messages = messagesFor(desk, request);
  const content = await desk.content();
  const clinic = content.ok ? content.kit.content.clinic : undefined;
  const frame = frameOf(desk, request, messages, clinic, page);
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(desk.fill(page.template, { ...page.model, frame }, messages));
}

function frameOf(
  desk: Desk,
  request: FastifyRequest,
  messages: Messages,
  clinic: Clinic | undefined,
  page: Page,
): object {
  return {
    title: clinic === undefined ? page.title : `${page.title} - ${clinic.name}`,
    heading: page.title,
    clinic: clinic?.name ?? '',
    language: messages.tag,
    direction: messages.direction,
    tabs: tabs.map(({ id, href }) => ({
      id,
      href,
      here: id === page.tab,
      text: messages.text(`frame.${id}`),
    })),
    languages: [...desk.messages.values()].map(({ tag, name }) => ({
      tag,
      name,
      here: tag === messages.tag,
    })),
    /** Where to come back to after the language was chosen. */
    back: request.method === 'GET' ? request.url : (tabs.find(({ id }) => id === page.tab)?.href ?? '/'),
    styles: page.styles ?? [],
    scripts: page.scripts ?? [],
    logOut: request.session?.loggedIn === true,
    asksBy: desk.given.on,
    by: staffOf(request),
  };
}
