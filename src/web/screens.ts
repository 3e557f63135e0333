/** The screens of the desk: each registers its own routes. */

import type { FastifyInstance } from 'fastify';
import { addBatch } from './batch/routes.ts';
import type { Desk } from './desk.ts';
import { addLeaflets } from './leaflets/routes.ts';
import { addLibrary } from './library/routes.ts';
import { addMakeOne } from './make-one/routes.ts';
import { addPrint } from './print/routes.ts';

type AddScreen = (app: FastifyInstance, desk: Desk) => void;

export const screens: readonly AddScreen[] = [addMakeOne, addLeaflets, addBatch, addLibrary, addPrint];
