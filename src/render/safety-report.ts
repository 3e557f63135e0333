/** What the proof walked and found -> the page for a medical director, as HTML. */

import Handlebars from 'handlebars';

export interface SafetyReportModel {
  readonly clinic: string;
  readonly date: string;
  readonly version: string;
  readonly rulebook: string;
  readonly safe: boolean;
  readonly brokenCount: number;
  readonly reviewLine: string;
  readonly seconds: string;
  readonly questionCount: number;
  readonly kinds: readonly {
    readonly topic: string;
    readonly language: string;
    readonly style: string;
    readonly review: string;
    readonly profiles: string;
    readonly sentences: number;
  }[];
  readonly properties: readonly {
    readonly title: string;
    readonly says: string;
    readonly walked: string;
    readonly holds: boolean;
  }[];
  readonly resources: readonly string[];
  /** Resources at one level for everybody. */
  readonly fixedLevels: string;
  readonly levels: readonly { readonly fact: string; readonly cells: readonly string[] }[];
  readonly pairs: readonly {
    readonly things: string;
    readonly patient: string;
    readonly level: string;
    readonly why: string;
  }[];
  readonly duties: readonly { readonly patient: string; readonly why: string }[];
  readonly mutants: {
    readonly tried: number;
    readonly killed: number;
    readonly score: string;
    readonly harmless: readonly { readonly what: string; readonly why: string }[];
    readonly unexplained: readonly string[];
  };
  readonly breaches: readonly {
    readonly property: string;
    readonly message: string;
    readonly profile: string;
  }[];
}

export function renderSafetyReport(template: string, model: SafetyReportModel): string {
  const page = Handlebars.create().compile<SafetyReportModel>(template, { strict: true });
  return page(model, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}
