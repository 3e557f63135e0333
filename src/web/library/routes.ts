/** The screen Library: its routes. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LibraryText } from '../../app/library-text.ts';
import type { Desk } from '../desk.ts';
import { messagesFor, ownerOf } from '../person.ts';
import { besideDesk } from './beside.ts';
import { type Decided, signOff, takeBack } from './decide.ts';
import { signForm, withdrawForm } from './decisions.ts';
import { libraryMemory } from './known-library.ts';
import { sheetToRead } from './pdf-to-read.ts';
import { type Place, placeHref, shownOf } from './place.ts';
import { showLibrary, textAt } from './show.ts';

interface OfText {
  readonly Params: Place;
}

export function addLibrary(app: FastifyInstance, desk: Desk): void {
  const beside = besideDesk();
  const memory = libraryMemory(desk, beside);
  const oneByOne = line();
  app.addHook('onClose', () => beside.close());

  app.get('/library', async (request, reply) => showLibrary(desk, request, reply, await memory.look()));

  app.get<OfText>('/library/:topic/:language', async (request, reply) => {
    const known = await memory.look();
    const text = textAt(known, request.params);
    return text === undefined ? reply.callNotFound() : showLibrary(desk, request, reply, known, text);
  });

  /** A text that is there, and a form about it; the page again when it can't be carried out. */
  const decide = (to: string, carryOut: (text: LibraryText, request: FastifyRequest) => Promise<Decided>) =>
    app.post<OfText>(`/library/:topic/:language/${to}`, async (request, reply) => {
      const text = textAt(await memory.look(), request.params);
      if (text === undefined) return reply.callNotFound();
      const sent = await oneByOne(() => carryOut(text, request));
      if (sent === undefined) return back(request, reply, text);
      const known = await memory.look();
      return showLibrary(desk, request, reply, known, textAt(known, text), sent);
    });
  decide('sign', (text, request) =>
    signOff(desk, beside, text, signForm(request.body), messagesFor(desk, request)),
  );
  decide('withdraw', (text, request) =>
    takeBack(desk, text, withdrawForm(request.body), messagesFor(desk, request)),
  );

  app.post<OfText>('/library/:topic/:language/pdf', async (request, reply) => {
    const text = textAt(await memory.look(), request.params);
    if (text === undefined) return reply.callNotFound();
    const made = await sheetToRead(desk, ownerOf(request), text);
    if ('id' in made) return reply.redirect(`/made/${made.id}/pages.pdf`, 303);
    const says = messagesFor(desk, request).text('library.no_sheet');
    const trouble = { form: 'pdf', says, list: made.why } as const;
    return showLibrary(desk, request, reply, await memory.look(), text, { status: 409, trouble });
  });
}

function back(request: FastifyRequest, reply: FastifyReply, text: Place): FastifyReply {
  return reply.redirect(placeHref(text, { ...shownOf(request.query), done: '1' }), 303);
}

/** Two at once would read the same list and each write it without the other's entry. */
function line(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
