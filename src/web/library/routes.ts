/** The screen Library: its routes. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { approve } from '../../app/approve.ts';
import { withdraw } from '../../app/withdraw.ts';
import { asCalendarDate } from '../../domain/calendar-date.ts';
import type { Desk } from '../desk.ts';
import { messagesFor, ownerOf } from '../person.ts';
import { besideDesk } from './beside.ts';
import { libraryMemory } from './known-library.ts';
