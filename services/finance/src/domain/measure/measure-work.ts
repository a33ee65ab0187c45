import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { plainWords } from '../collection/plain-words.js';
import type { LoanState } from '../loan/loan.machine.js';
import { measureWorkMachine } from './measure-work.machine.js';
import type { MeasureWorkState } from './measure-work.machine.js';

// What risk decides about a loan in trouble becomes work of finance's people: collect early (提前催收), which somebody does and says what came
// of it, or change amount or term (调整额度或期限), which is done when a restructure that cites it is approved.

export const MEASURE_WORK_KINDS = ['EARLY_COLLECTION', 'CHANGE_AMOUNT_OR_TERM'] as const;
export type MeasureWorkKind = (typeof MEASURE_WORK_KINDS)[number];

export interface MeasureWork {
  readonly id: string;
  readonly version: number;
  readonly measureId: string;
  readonly alertId: string;
  readonly handoffId: string;
  readonly kind: MeasureWorkKind;
  readonly loanId: string;
  readonly customerId: string;
  readonly applicationId: string;
  readonly salespersonId: string;
  /** Who sees to it by risk's word. */
  readonly ownerId: string;
  /** The day until which it is owed; null when it has ended. */
  readonly dueOn: LocalDate | null;
  readonly reason: string;
  readonly openedAt: Date;
  readonly state: MeasureWorkState;
  /** The approved request that did it; null for a collection. */
  readonly requestId: string | null;
  /** What was done, or why it came back. */
  readonly outcome: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

export type NewMeasureWork = Omit<MeasureWork, 'version' | 'state' | 'requestId' | 'outcome' | 'endedBy' | 'endedAt'>;

/** Throws MEASURE_LOAN_NOT_RUNNING: a loan that has ended is neither collected nor changed. */
export function openMeasureWork(work: NewMeasureWork, loanState: LoanState): MeasureWork {
  const isRunning = loanState === 'ACTIVE' || (loanState === 'WRITTEN_OFF' && work.kind === 'EARLY_COLLECTION');
  if (!isRunning) throw new DomainError('MEASURE_LOAN_NOT_RUNNING', { state: loanState });
  return { ...work, version: 0, state: measureWorkMachine.initial, requestId: null, outcome: null, endedBy: null, endedAt: null };
}

interface Ending {
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

/** A collection is done by what was reached. Throws MEASURE_ENDS_BY_REQUEST, ILLEGAL_TRANSITION or a text refusal. */
export function completeCollection(work: MeasureWork, ending: Ending): MeasureWork {
  const state = measureWorkMachine.next(work.state, 'complete');
  if (work.kind !== 'EARLY_COLLECTION') throw new DomainError('MEASURE_ENDS_BY_REQUEST');
  return ended(work, state, ending);
}

/** Throws ILLEGAL_TRANSITION or a text refusal. */
export function returnWork(work: MeasureWork, ending: Ending): MeasureWork {
  return ended(work, measureWorkMachine.next(work.state, 'return'), ending);
}

/** A request may cite only what it would carry out. Throws MEASURE_WORK_MISMATCH. */
export function requireCitable(work: MeasureWork | null, loanId: string, requestKind: string): void {
  const fits = work?.state === 'OPEN' && work.kind === 'CHANGE_AMOUNT_OR_TERM' && work.loanId === loanId && requestKind === 'RESTRUCTURE';
  if (!fits) throw new DomainError('MEASURE_WORK_MISMATCH', {}, 'measureWorkId');
}

/** The approved request did it; unchanged when the work was returned meanwhile. */
export function doneByRequest(work: MeasureWork, request: { id: string; by: string; at: Date }): MeasureWork {
  if (!measureWorkMachine.can(work.state, 'complete')) return work;
  const state = measureWorkMachine.next(work.state, 'complete');
  const done = ended(work, state, { text: '重组已批准并生效 (restructure approved)', by: request.by, at: request.at });
  return { ...done, requestId: request.id };
}

function ended(work: MeasureWork, state: MeasureWorkState, { text, by, at }: Ending): MeasureWork {
  return { ...work, state, outcome: plainWords(text, 'text'), endedBy: by, endedAt: at, dueOn: null };
}
