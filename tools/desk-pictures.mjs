/** The built program, its browser -> the pictures of the desk page in docs/pictures. Run: node tools/desk-pictures.mjs */

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const unpacked = join(cache, 'clinician-handouts');
const folder = readdirSync(unpacked).find((name) => name.startsWith('chromium-'));
if (folder === undefined) throw new Error('run `npm run demo` first: it unpacks the browser');
const pictures = new URL('../docs/pictures/', import.meta.url).pathname;
const asRoot = process.getuid?.() === 0;
const scratch = mkdtempSync(join(tmpdir(), 'desk-pictures-'));
const desk = spawn(
  process.execPath,
  ['dist/bin.js', 'serve', '--port', '0', ...(asRoot ? ['--no-sandbox'] : [])],
  { env: { ...process.env, HANDOUT_RECORDS: 'off' } },
);
const address = await new Promise((resolve) => {
  let said = '';
  const hear = (data) => {
    said += data;
    const found = /http:\/\/[\d.:]+/.exec(said);
    if (found) resolve(found[0]);
  };
  desk.stdout.on('data', hear);
  desk.stderr.on('data', hear);
});
const browser = await chromium.launch({
  executablePath: join(unpacked, folder, 'chromium'),
  args: ['--headless', ...(asRoot ? ['--no-sandbox'] : [])],
});
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const shoot = (name) => page.screenshot({ path: join(pictures, `desk-${name}.png`) });
  await page.goto(`${address}/make`);
  await page.click('.hits button');
  await page.waitForSelector('button.none');
  await page.waitForTimeout(500);
  await shoot('signs');
  await page.click('button.none');
  await page.waitForSelector('.sheet .mark');
  await page.click('#q-blood_thinner label:has(input[value="yes"])');
  await page.waitForSelector('#ask-blood_thinner');
  await page.click('#ask-blood_thinner button');
  await page.waitForSelector('#status:has-text("Ready")');
  await page.waitForTimeout(1500);
  await shoot('make-one');
  await page.goto(`${address}/leaflets`);
  await page.click('text=Back muscle spasm');
  await page.waitForTimeout(8000);
  await shoot('leaflets');
  const roster = join(scratch, 'roster.csv');
  const rows = [
    'id,topics,age_band,blood_thinner',
    'A1,back-muscle-spasm,adult,no',
    'A2,back-muscle-spasm,older,yes',
    'A3,back-muscle-spasm,adult,perhaps',
  ];
  writeFileSync(roster, `${rows.join('\n')}\n`);
  await page.goto(`${address}/batch`);
  await page.setInputFiles('input[type="file"]', roster);
  await page.click('form:has(input[type="file"]) button').catch(() => undefined);
  await page.waitForTimeout(2500);
  await shoot('batch');
  await page.goto(`${address}/library`);
  for (let tried = 0; tried < 60 && (await page.getByText('Being checked').count()) > 0; tried += 1) {
    await page.waitForTimeout(1000);
    await page.reload();
  }
  await shoot('library');
} finally {
  await browser.close();
  desk.kill('SIGTERM');
  rmSync(scratch, { recursive: true });
}
