import type { LocalDate } from '@weilend/kernel';
import type { LoanClass } from './loan-class.js';

// The history of a loan's class (分类变动记录): each change with its cause, so that anybody can see later why a loan was judged as it was.

export const CLASS_CAUSES = ['DAY_END', 'JUDGEMENT', 'UPGRADE'] as const;
/** DAY_END: by the days past due; JUDGEMENT: a person saw it worse; UPGRADE: a person's judgement was raised with approval. */
export type ClassCause = (typeof CLASS_CAUSES)[number];

/** A loan's class became another one (分类变动记录); a row is never changed. */
export interface ClassChangeRow {
  readonly _id: string;
  readonly loanId: string;
  readonly on: LocalDate;
  readonly from: LoanClass;
  readonly to: LoanClass;
  readonly daysPastDue: number;
  readonly cause: ClassCause;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}
