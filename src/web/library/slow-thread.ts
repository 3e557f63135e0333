/** The work that a thread was started with -> its answer, sent to whoever started it. */

import { parentPort, workerData } from 'node:worker_threads';
import { answerTo, type SlowWork } from './slow-work.ts';

parentPort?.postMessage(await answerTo(workerData as SlowWork));
