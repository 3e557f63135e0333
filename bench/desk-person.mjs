/** The address of a desk -> somebody who makes handouts on it as its page does: sends the form, takes the pages, tries again after a 503. */

import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** The same people each time. */
function chance(seed) {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * `tell(kind, ms, waits)`: each request that was answered, and how often it was turned away before. `ran`: how long the
 * desk's processes have run until now, where somebody wants to know what an answer takes of them.
 */
export function person(address, number, tell, ran = undefined) {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const random = chance(number);
  let cookie = '';

  const once = (method, path, form) =>
    new Promise((resolve, reject) => {
      const body = form === undefined ? undefined : new URLSearchParams(form).toString();
      const headers = {
        accept: 'text/html',
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined
          ? {}
          : {
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(body),
              'sec-fetch-site': 'same-origin',
              'x-desk': 'script',
            }),
      };
      const asked = request(new URL(path, address), { method, agent, headers }, (answer) => {
        const pieces = [];
        answer.on('data', (piece) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () => {
          const [set] = answer.headers['set-cookie'] ?? [];
          if (cookie === '' && set !== undefined) cookie = set.split(';')[0];
          resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(pieces) });
        });
      });
      // A kept connection may close just when it is used again: browsers then ask anew, and so do we.
      asked.on('error', (error) => {
        if (asked.reusedSocket && error.code === 'ECONNRESET') once(method, path, form).then(resolve, reject);
        else reject(error);
      });
      asked.end(body);
    });

  async function ask(kind, method, path, form) {
    for (let waits = 0; ; waits += 1) {
      const start = performance.now();
      const answer = await once(method, path, form);
      if (answer.status === 503 && waits < 50) {
        if (answer.headers['retry-after'] === undefined) throw new Error('a 503 that says nothing of when');
        await sleep(Number(answer.headers['retry-after']) * 1_000);
        continue;
      }
      if (answer.status !== 200 && answer.status !== 303) throw new Error(`${kind}: ${answer.status}`);
      tell(kind, performance.now() - start, waits);
      return answer;
    }
  }

  /** `fromTop`: the questions in their order, as people answer them; else any of them. */
  const nextAnswer = (page, form, fromTop) => {
    const choices = [...page.matchAll(/name="(f\.[a-z_]+)" value="([^"]+)"/g)].filter(
      ([, name, value]) =>
        value !== 'unknown' && form[name] !== value && `${name}=${value}` !== 'f.leg_signs=both-legs',
    );
    const open = choices.filter(([, name]) => form[name] === undefined);
    const [first] = open;
    const from = fromTop && first !== undefined ? open.filter(([, name]) => name === first[1]) : choices;
    const careful = from.filter(([, , value]) => value === 'no' || value === 'none');
    const list = careful.length > 0 && random() < 0.75 ? careful : from;
    const [, name, value] = list[Math.floor(random() * list.length)];
    return { [name]: value };
  };

  /** `Mark3x7Z` is on the sheet of the seventh patient of the third person, and nowhere else. */
  async function patient(turn, { answers, pause, fromTop, note = true, keep }) {
    const mark = `Mark${number}x${turn}Z`;
    const take = (kind, content) => keep({ mark, kind, content });
    if (turn === 1) await ask('start', 'GET', '/make');
    await ask('topic', 'POST', '/make', { do: 'topic:back-muscle-spasm' });
    let form = { topic: 'back-muscle-spasm', checked: 'none', name: mark };
    if (note) form.note = `Ask for ${mark} at the desk.`;
    let page = '';
    const show = async (kind) => {
      const ranBefore = ran?.();
      const start = performance.now();
      const answer = await ask(kind, 'POST', '/make', { ...form, do: 'update' });
      if (ran !== undefined) tell(`${kind}, processor time alone`, ran() - ranBefore, 0);
      page = answer.bytes.toString('utf8');
      const id = /data-id="([\w-]{22})"/.exec(page)?.[1];
      if (id === undefined && page.includes('data-kind="too-long"')) {
        tell('told that the signs need more room than page 1 has', performance.now() - start, 0);
        return undefined;
      }
      if (id === undefined) throw new Error(`${kind}: no pages`);
      const made = /name="made" value="([^"]*)"/.exec(page)?.[1] ?? '';
      take('page', page);
      const pdf = await ask('pages.pdf', 'GET', `/made/${id}/pages.pdf`);
      tell(`${kind}, with its PDF`, performance.now() - start, 0);
      take('pdf', pdf.bytes);
      form = { ...form, shown: id, made };
      return id;
    };
    let id = await show('first pages');
    for (let each = 0; each < answers; each += 1) {
      if (pause > 0) await sleep(pause * (0.5 + random()));
      form = { ...form, age: 'adult', ...nextAnswer(page, form, fromTop) };
      id = (await show('an answer')) ?? id;
    }
    take('text', (await ask('plain text', 'GET', `/made/${id}/handout.txt`)).bytes.toString('utf8'));
    take('html', (await ask('HTML twin', 'GET', `/made/${id}/handout.html`)).bytes.toString('utf8'));
    await ask('PDF to keep', 'GET', `/made/${id}/handout.pdf`);
    await ask('next patient', 'POST', '/make', { do: 'next' });
  }

  return { patient, leave: () => agent.destroy() };
}
