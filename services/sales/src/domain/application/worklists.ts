import type { LocalDate } from '@weilend/kernel';
import type { LoanApplication } from './application.js';
import { checklistOf } from './checklist.js';
import { isOwed } from './conditions.js';
import { documentExpiresOn } from './documents.js';

// What somebody has to do on an application (待办清单): collect papers, see to papers that run out, have the customer supplement what was sent
// back, tell him the news, answer the investigators, settle the conditions of the approval. Each has the moment until which it is owed;
// nothing is owed on what the customer took back.

export const WORKLISTS = ['DOCUMENTS', 'DOCUMENTS_RUN_OUT', 'SUPPLEMENT', 'INFORM', 'QUESTIONS', 'CONDITIONS'] as const;
export type Worklist = (typeof WORKLISTS)[number];

export interface Owed {
  /** The lists that it stands on. */
  readonly worklists: readonly Worklist[];
  /** First last day of a paper, until it has been passed on. */
  readonly documentExpiresOn: LocalDate | null;
  readonly supplementDueAt: Date | null;
  readonly supplementOpenedAt: Date | null;
  /** Of the news that is due first. */
  readonly taskDueAt: Date | null;
  readonly taskOpenedAt: Date | null;
  readonly questionDueAt: Date | null;
  readonly questionOpenedAt: Date | null;
  readonly conditionDueOn: LocalDate | null;
}

/** All that is owed, computed from the application alone: the same application gives the same on every day. */
export function owedOn(application: LoanApplication): Owed {
  const open = application.desk !== 'withdrawn' && application.facts.cancelled === null;
  const returned = application.desk === 'returned' ? application.rounds.at(-1)?.returned : null;
  // News of an end has to be told after the end, too.
  const news = firstDue(application.tasks.filter((task) => !task.done));
  const question = open ? firstDue(application.informationRequests.filter(({ answer }) => !answer)) : null;
  const owed = {
    documentExpiresOn: open && IN_HAND.has(application.desk) ? documentExpiresOn(application.documents) : null,
    supplementDueAt: returned?.dueAt ?? null,
    supplementOpenedAt: returned?.at ?? null,
    taskDueAt: news?.dueAt ?? null,
    taskOpenedAt: news?.openedAt ?? null,
    questionDueAt: question?.dueAt ?? null,
    questionOpenedAt: question?.askedAt ?? null,
    conditionDueOn: open ? conditionDueOn(application) : null,
  };
  const lists: Readonly<Record<Worklist, boolean>> = {
    DOCUMENTS: PREPARED.has(application.desk) && lacksPapers(application),
    DOCUMENTS_RUN_OUT: owed.documentExpiresOn !== null,
    SUPPLEMENT: owed.supplementDueAt !== null,
    INFORM: owed.taskDueAt !== null,
    QUESTIONS: owed.questionDueAt !== null,
    CONDITIONS: owed.conditionDueOn !== null,
  };
  return { worklists: WORKLISTS.filter((list) => lists[list]), ...owed };
}

const PREPARED: ReadonlySet<string> = new Set(['draft', 'returned']);
const IN_HAND: ReadonlySet<string> = new Set(['draft', 'submitted', 'under-check', 'returned', 'resubmitted']);

/** A day before all validity dates: what has run out is another list. */
const BEFORE_ANY = '0001-01-01' as LocalDate;

function lacksPapers({ customerType, documents }: LoanApplication): boolean {
  return checklistOf(customerType, documents, BEFORE_ANY).some(({ status }) => status !== 'POSITIVE');
}

function conditionDueOn({ conditions, signedAt, facts }: LoanApplication): LocalDate | null {
  if (!conditions || signedAt || facts.lapsed.some(({ decisionId }) => decisionId === conditions.decisionId)) return null;
  const days = conditions.items.filter(isOwed).map(({ dueOn }) => dueOn);
  return days.sort()[0] ?? null;
}

function firstDue<T extends { readonly dueAt: Date }>(items: readonly T[]): T | null {
  return items.reduce<T | null>((first, one) => (first && first.dueAt <= one.dueAt ? first : one), null);
}
