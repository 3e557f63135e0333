/** The stages of making handouts -> the same stages, whose times are added up, for those who ask where the time goes. */

import type { Stages } from '../pipeline.ts';

/** In the order of a handout's way. */
export const stageNames = ['tailor', 'render', 'measure', 'load', 'print', 'finish', 'write'] as const;
export type StageName = (typeof stageNames)[number];

export class StageTimes {
  readonly #spent = new Map<StageName, number>();

  /** In milliseconds. */
  spent(stage: StageName): number {
    return this.#spent.get(stage) ?? 0;
  }

  during<T>(stage: StageName, work: () => T): T {
    const start = performance.now();
    const add = () => this.#spent.set(stage, this.spent(stage) + performance.now() - start);
    const result = work();
    if (result instanceof Promise) return result.finally(add) as T;
    add();
    return result;
  }
}

export function timed<M>(stages: Stages<M>, times: StageTimes | undefined): Stages<M> {
  if (times === undefined) return stages;
  return {
    tailor: (omit) => times.during('tailor', () => stages.tailor(omit)),
    render: (handout, settings) => times.during('render', () => stages.render(handout, settings)),
    open: (use) =>
      stages.open((page) =>
        use({
          measure: (html) => times.during('measure', () => page.measure(html)),
          load: (html) => times.during('load', () => page.load(html)),
          signsOnPageOne: page.signsOnPageOne,
          print: () => times.during('print', () => page.print()),
        }),
      ),
    fit: stages.fit,
    ownTemplates: stages.ownTemplates,
    finish: (pdf) => times.during('finish', () => stages.finish(pdf)),
  };
}
