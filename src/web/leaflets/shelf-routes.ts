/** Stars and saved sets of the clinic: forms of Leaflets that change them. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { changeShelf, starred, withoutSet, withSet } from '../../app/leaflet-shelf.ts';
import type { Desk } from '../desk.ts';
import { messagesFor } from '../person.ts';
import { askedOf, placeOf } from './asked.ts';

const word = z.string().max(100);
const list = z.union([word.transform((one) => [one]), z.array(word).max(60)]).catch([]);
const starSchema = z.object({ star: word });
const setSchema = z.object({ title: z.string().trim().min(1).max(60), topics: list });
const removeSchema = z.object({ remove: word });

export function addShelf(app: FastifyInstance, desk: Desk): void {
  const { environment } = desk.settings;
  const form = (path: string, work: (body: unknown, topics: ReadonlySet<string>) => Promise<void>) =>
    app.post(`/leaflets/${path}`, async (request, reply) => {
      const page = await desk.content();
      if (!page.ok) return reply.redirect('/leaflets', 303);
      const { content } = page.kit;
      await work(request.body, new Set(content.topics.keys()));
      return reply.redirect(placeOf(askedOf(request.body, content, messagesFor(desk, request).tag)), 303);
    });
  form('star', async (body, topics) => {
    const { data } = starSchema.safeParse(body);
    if (data !== undefined && topics.has(data.star))
      await changeShelf(environment, (shelf) => starred(shelf, data.star));
  });
  form('save', async (body, topics) => {
    const { data } = setSchema.safeParse(body);
    const chosen = data?.topics.filter((topic) => topics.has(topic)) ?? [];
    if (data !== undefined && chosen.length > 0)
      await changeShelf(environment, (shelf) => withSet(shelf, data.title, chosen));
  });
  form('remove', async (body) => {
    const { data } = removeSchema.safeParse(body);
    if (data !== undefined) await changeShelf(environment, (shelf) => withoutSet(shelf, data.remove));
  });
}
