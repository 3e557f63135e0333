/** The folders of the content -> every file that is asked for, read and typed, with all that is wrong in all of them. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Approval, approvalSchema } from '../domain/approval.ts';
import { ClaimLedger } from '../domain/claim.ts';
import { type Clinic, clinicSchema, type Locale, localeSchema } from '../domain/clinic.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { type Figure, figureSchema } from '../domain/figure.ts';
import { type IconSet, iconSetSchema } from '../domain/icon.ts';
import { type Ledger, ledgerSchema } from '../domain/ledger.ts';
import { type Never, neverSchema, ownNeverSchema } from '../domain/never.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import { type Rulebook, rulebookSchema } from '../domain/rulebook.ts';
import { SourceCatalogue } from '../domain/source.ts';
import { type SharedBlocks, sharedBlocksSchema, type Topic, topicSchema } from '../domain/topic.ts';
import { type Withdrawn, withdrawnSchema } from '../domain/withdrawn.ts';
import { type SharedWords, sharedWordsSchema, type TopicWords, topicWordsSchema } from '../domain/words.ts';
import { type ContentFolders, languagesIn, unitNames, unitPath } from './content-folders.ts';
import { type Located, readLocated } from './located.ts';
import { ownUnitProblems } from './own-units.ts';

export interface TopicFiles {
  readonly structure: Located<Topic>;
  readonly words: ReadonlyMap<string, Located<TopicWords>>;
  /** Languages that have a file, also one that could not be read. */
  readonly languages: readonly string[];
}

export interface ContentFiles {
  readonly rulebook: Located<Rulebook>;
  readonly blocks: Located<SharedBlocks>;
  readonly words: ReadonlyMap<string, Located<SharedWords>>;
  readonly topics: ReadonlyMap<string, TopicFiles>;
  readonly clinic: Located<Clinic>;
  readonly locale: Located<Locale>;
  readonly figures: ReadonlyMap<string, Located<Figure>>;
  readonly icons: Located<IconSet>;
  readonly claims: Located<ClaimLedger>;
  readonly sources: Located<SourceCatalogue>;
  readonly ledger: Located<Ledger>;
  /** Ours, and the clinic's own beside it: a clinic adds to what no sheet may say, it takes nothing away. */
  readonly never: readonly Located<Never>[];
  /** By the file's name, `topic.language`. */
  readonly approvals: ReadonlyMap<string, Located<Approval>>;
  /** Ours, and the clinic's own beside it: a clinic can't lift what we withdrew. */
  readonly withdrawn: readonly Located<Withdrawn>[];
  /** Names of files that are there, also of those that could not be read: no reason to call them missing. */
  readonly names: {
    readonly figures: readonly string[];
    readonly languages: readonly string[];
    readonly topics: readonly string[];
  };
}

export interface ContentRequest extends ContentFolders {
  /** A letterhead file in place of the content's `clinic.yaml`. */
  readonly clinic?: string | undefined;
  /** Only these topics; all when left out. A name that isn't there is left out: the caller says so. */
  readonly topics?: readonly string[] | undefined;
}

/** Reads side by side; what could be read comes with every mistake in what could not, errors among them. */
export async function readContentFiles(request: ContentRequest): Promise<Outcome<ContentFiles>> {
  const problems: Diagnostic[] = [...ownUnitProblems(request.own)];
  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<Located<T> | undefined> => {
    const outcome = await readLocated(path, schema);
    problems.push(...outcome.diagnostics);
    return outcome.ok ? outcome.value : undefined;
  };
  const readAll = async <T>(paths: readonly (readonly [string, string])[], schema: z.ZodType<T>) => {
    const entries = await Promise.all(
      paths.map(async ([id, path]) => [id, await read(path, schema)] as const),
    );
    return new Map(entries.flatMap(([id, file]) => (file === undefined ? [] : [[id, file] as const])));
  };
  const unit = (name: string) => unitPath(request, name);
  const shared = unit('shared');
  const names = {
    figures: unitNames(request, 'figures'),
    languages: languagesIn(shared, 'blocks.yaml'),
    topics: unitNames(request, 'topics'),
  };
  const asked = (id: string) => request.topics === undefined || request.topics.includes(id);
  const topicNames = names.topics.filter(asked);
  const approvalNames = unitNames(request, 'approvals').filter((name) => asked(name.split('.')[0] ?? ''));

  const [
    rulebook,
    blocks,
    words,
    clinic,
    figures,
    icons,
    claims,
    sources,
    ledger,
    never,
    approvals,
    withdrawn,
    topics,
  ] = await Promise.all([
    read(unit('rulebook.yaml'), rulebookSchema),
    read(join(shared, 'blocks.yaml'), sharedBlocksSchema),
    readAll(
      names.languages.map((tag) => [tag, join(shared, `${tag}.yaml`)]),
      sharedWordsSchema,
    ),
    read(request.clinic ?? unit('clinic.yaml'), clinicSchema),
    readAll(
      names.figures.map((id) => [id, unit(join('figures', `${id}.yaml`))]),
      figureSchema,
    ),
    read(unit('icons.yaml'), iconSetSchema),
    read(unit('claims.yaml'), ClaimLedger),
    read(unit('sources.yaml'), SourceCatalogue),
    read(unit('ledger.yaml'), ledgerSchema),
    Promise.all([
      read(join(request.shipped, 'never.yaml'), neverSchema),
      ...present(request.own, 'never.yaml').map((path) => read(path, ownNeverSchema)),
    ]),
    readAll(
      approvalNames.map((name) => [name, unit(join('approvals', `${name}.yaml`))]),
      approvalSchema,
    ),
    Promise.all(
      [request.shipped, request.own]
        .flatMap((folder) => present(folder, 'withdrawn.yaml'))
        .map((path) => read(path, withdrawnSchema)),
    ),
    Promise.all(
      topicNames.map(async (id) => [id, await readTopic(unit(join('topics', id)), read, readAll)] as const),
    ),
  ]);

  let locale: Located<Locale> | undefined;
  if (clinic !== undefined) {
    const locales = unitNames(request, 'locales');
    if (locales.includes(clinic.value.locale)) {
      locale = await read(unit(join('locales', `${clinic.value.locale}.yaml`)), localeSchema);
    } else {
      problems.push(
        errorAt(
          clinic.place(['locale']),
          'unknown-locale',
          `There is no locale of this name in locales/`,
          `Use one of: ${locales.join(', ')}`,
        ),
      );
    }
  }
  if (!rulebook || !blocks || !clinic || !locale || !icons || !claims || !sources || !ledger)
    return failure(problems);
  const rules = never.filter((file) => file !== undefined);
  const lists = withdrawn.filter((file) => file !== undefined);
  if (rules.length < never.length || lists.length < withdrawn.length) return failure(problems);
  const complete = new Map(
    topics.flatMap(([id, topic]) => (topic === undefined ? [] : [[id, topic] as const])),
  );
  return success(
    {
      rulebook,
      blocks,
      words,
      topics: complete,
      clinic,
      locale,
      figures,
      icons,
      claims,
      sources,
      ledger,
      never: rules,
      approvals,
      withdrawn: lists,
      names,
    },
    problems,
  );
}

function present(folder: string | undefined, unit: string): string[] {
  const path = folder === undefined ? undefined : join(folder, unit);
  return path !== undefined && existsSync(path) ? [path] : [];
}

type Read = <T>(path: string, schema: z.ZodType<T>) => Promise<Located<T> | undefined>;
type ReadAll = <T>(
  paths: readonly (readonly [string, string])[],
  schema: z.ZodType<T>,
) => Promise<Map<string, Located<T>>>;

async function readTopic(folder: string, read: Read, readAll: ReadAll): Promise<TopicFiles | undefined> {
  const languages = languagesIn(folder, 'topic.yaml');
  const [structure, words] = await Promise.all([
    read(join(folder, 'topic.yaml'), topicSchema),
    readAll(
      languages.map((tag) => [tag, join(folder, `${tag}.yaml`)]),
      topicWordsSchema,
    ),
  ]);
  return structure === undefined ? undefined : { structure, words, languages };
}
