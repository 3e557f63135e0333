/** The program -> the same with the commands around a batch: roster-template, verify, purge, merge-manifest. */

import type { Command } from 'commander';
import { afterTopics } from './after-topics.ts';
import type { CommandRoom } from './review-commands.ts';

export function addBatchCommands(
  program: Command,
  { terminal, environment, signal, withContent, withBrowser, finish }: CommandRoom,
): void {
  withBrowser(
    withContent(program.command('batch').argument('[source...]', 'rosters, folders of profiles, sets, or -')),
  )
    .description('Makes a handout for each row of a roster, or for each combination of a set.')
    .option('--out <folder>', 'where they go (default: output/)')
    .option('--jobs <number>', 'handouts made at the same time (default: one a core)')
    .option('--topic <id...>', 'topic, in place of those in the roster')
    .option('--lang <tag>', 'language, in place of that in the roster')
    .option('--date <date>', "the handouts' date, YYYY-MM-DD; else the visit's, else today")
    .option('--combine <file.pdf>', 'all of them in one PDF too, in order; above 100 in numbered files')
    .option('--zip <file.zip>', 'all of them in one archive too')
    .option('--shard <i/n>', 'only share I of N: the same share on every machine')
    .option('--name-by <way>', 'hash (no id in the name), id, or code (icd10_m62.830_en.pdf)')
    .option('--force', 'make what is unchanged too')
    .option('--json', 'one JSON object a line for each handout')
    .option('--verbose', 'at the end, the milliseconds of each stage')
    .action(async (sources: string[], flags) => {
      const { runBatch } = await import('./batch.ts');
      const { named, topics: topic } = afterTopics(sources, flags.topic);
      const noSandbox = flags.sandbox === false;
      finish(await runBatch(named, { ...flags, topic, noSandbox }, terminal, environment, signal));
    });

  withContent(program.command('roster-template'))
    .description(
      'Writes a CSV roster to fill in: every column, and two sample rows, of which no handout is made. `handout factors` lists what the columns may hold.',
    )
    .option('--lang <tag>', 'language of the handouts in the example (default: en)')
    .option('--out <file>', 'file to write; standard output when left out')
    .action(async (flags) => {
      const { runRosterTemplate } = await import('./roster-template.ts');
      finish(await runRosterTemplate(flags, terminal, environment));
    });

  program
    .command('verify')
    .argument('<folder>', 'the --out of a batch')
    .description('Reads every byte of every handout in a folder and compares it with the manifest.')
    .option('--json', 'as one JSON object')
    .action(async (folder: string, flags) => {
      const { runVerify } = await import('./verify.ts');
      finish(await runVerify(folder, flags, terminal));
    });

  program
    .command('purge')
    .argument('<folder>', 'the --out of a batch')
    .description(
      'Deletes handouts that the manifest lists and that are older; the manifest keeps what went out.',
    )
    .requiredOption('--older-than <age>', 'such as 12h, 30d or 6w')
    .option('--dry-run', 'only name what would be deleted')
    .action(async (folder: string, flags) => {
      const { runPurge } = await import('./purge.ts');
      finish(await runPurge(folder, flags, terminal, signal));
    });

  program
    .command('merge-manifest')
    .argument('<out>', 'the manifest to write, such as out/manifest.jsonl')
    .argument('<in...>', 'manifests of shards, or folders that hold them')
    .description('Joins the manifests of shards to one.')
    .option('--newest', 'where two tell of different files for one job, take the later')
    .action(async (out: string, inputs: string[], flags) => {
      const { runMergeManifest } = await import('./merge-manifest.ts');
      finish(await runMergeManifest(out, inputs, flags, terminal));
    });
}
