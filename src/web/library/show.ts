/** What is known of the library, and which text is open -> the page. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LibraryText } from '../../app/library-text.ts';
import type { Desk } from '../desk.ts';
import { sendPage } from '../page.ts';
import { messagesFor } from '../person.ts';
import type { SignForm, WithdrawForm } from './decisions.ts';
import type { KnownLibrary } from './known-library.ts';
import { panelModel, type Trouble, told } from './panel-model.ts';
import { type Place, shownOf } from './place.ts';
import { tableModel } from './table-model.ts';
import { textsModel } from './texts-model.ts';

export interface Sent {
  readonly status: number;
  readonly trouble: Trouble;
  readonly sign?: SignForm;
  readonly withdraw?: WithdrawForm;
}

export function textAt({ library }: KnownLibrary, { topic, language }: Place): LibraryText | undefined {
  return library.texts.find((text) => text.topic === topic && text.language === language);
}

export async function showLibrary(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  known: KnownLibrary,
  text?: LibraryText,
  sent?: Sent,
): Promise<FastifyReply> {
  const messages = messagesFor(desk, request);
  const shown = shownOf(request.query);
  const { library } = known;
  const panel =
    text === undefined
      ? undefined
      : panelModel({
          text,
          known,
          shown,
          today: desk.clock().today,
          ownFolder: desk.settings.content.own !== undefined,
          messages,
          ...sent,
        });
  return sendPage(desk, request, reply, {
    template: 'library/page',
    tab: 'library',
    title: messages.text('frame.library'),
    styles: ['library.css'],
    scripts: ['library.js'],
    status: sent?.status ?? 200,
    model: {
      table: tableModel(known, shown, text, messages),
      panel,
      texts: text === undefined ? undefined : textsModel(text, shown, messages),
      errors: told(library.errors),
    },
  });
}
