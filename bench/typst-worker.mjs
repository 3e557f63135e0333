/** A file that lists Typst sources -> seconds for each, all compiled in one warm process. */

import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const sources = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [process.argv[3]] }] });
let bytes = 0;
const compile = (mainFileContent) => {
  bytes = compiler.pdf({ mainFileContent }).length;
};
for (const source of sources.slice(0, 4)) compile(source);
const start = performance.now();
for (const source of sources) compile(source);
const seconds = (performance.now() - start) / 1000 / sources.length;
process.stdout.write(JSON.stringify({ seconds, bytes }));
