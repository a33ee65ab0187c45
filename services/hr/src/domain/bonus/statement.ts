import { addDays, DomainError, quarterRange, quartersAfter } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import type { AppraisalSheet } from '../appraisal/sheet.js';
import { bonusMachine } from './bonus.machine.js';
import type { BonusState } from './bonus.machine.js';
import { setOff } from './clawback.js';
import type { BonusBalance } from './clawback.js';
import type { BonusComputation } from './compute-bonus.js';
import type { BonusFormula } from './formula.js';
import { requireReason } from './formula-version.js';
import type { FormulaAct } from './formula-version.js';
import { handedOver, paidAs, payable, returnedAs, UNPAID } from './payout.js';
import type { BonusPayout, PaidFacts, ReturnedFacts } from './payout.js';

/**
 * The bonus statement of a person and quarter (奖金单): one per closed appraisal sheet, computed by the formula in force, prepared by one person and
 * approved by another, neither of whom decides on his own bonus. What is approved is never edited; later facts correct by clawback [5.4, 5.6].
 */
export interface BonusStatement extends BonusPayout {
  readonly id: string;
  readonly version: number;
  readonly state: BonusState;
  readonly employeeId: string;
  readonly quarter: string;
  readonly appraisalId: string;
  readonly formulaId: string;
  readonly computation: BonusComputation;
  /** Counts up when a rejected one is prepared again. */
  readonly preparation: number;
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly rejectedBy: string | null;
  readonly rejectionReason: string | null;
  /** Severe violations since the quarter began. */
  readonly blockedBy: readonly string[];
  /** Paid now before what is owed from clawbacks. */
  readonly dueFen: Fen;
  /** What the person owed from clawbacks when it was approved, and how much of that this bonus gave back. */
  readonly owedBeforeFen: Fen;
  readonly setOffFen: Fen;
  /** First day on which the deferred part may be released; null without one. */
  readonly releaseOn: LocalDate | null;
}

type Preparation = Pick<BonusStatement, 'id' | 'formulaId' | 'computation' | 'preparedBy' | 'preparedAt'> & {
  readonly sheet: Pick<AppraisalSheet, 'id' | 'employeeId' | 'quarter' | 'state'>;
  readonly formula: BonusFormula;
  readonly violations: readonly string[];
};

/** Throws BONUS_SHEET_NOT_CLOSED, BONUS_SEVERE_VIOLATION for a blocked one while a violation stands, or BONUS_ALREADY_SETTLED for one that goes on. */
export function prepareStatement(existing: BonusStatement | null, given: Preparation): BonusStatement {
  const { sheet, formula, violations, computation, ...facts } = given;
  const { quarter, employeeId, id: appraisalId } = sheet;
  if (sheet.state !== 'CLOSED') throw new DomainError('BONUS_SHEET_NOT_CLOSED', { quarter }, 'quarter');
  if (existing?.state === 'BLOCKED' && violations.length > 0)
    throw new DomainError('BONUS_SEVERE_VIOLATION', { violationIds: violations }, 'employeeId');
  if (existing && !bonusMachine.can(existing.state, 'prepare')) throw new DomainError('BONUS_ALREADY_SETTLED', { quarter }, 'quarter');
  const open = { approvedBy: null, approvedAt: null, rejectedBy: null, rejectionReason: null, owedBeforeFen: 0, setOffFen: 0 };
  const statement: BonusStatement = {
    ...UNPAID,
    ...{ ...facts, ...open, id: existing?.id ?? given.id, version: existing?.version ?? 0, preparation: (existing?.preparation ?? 0) + 1 },
    ...{ employeeId, quarter, appraisalId, computation, blockedBy: [], dueFen: computation.paidNowFen },
    state: existing ? bonusMachine.next(existing.state, 'prepare') : bonusMachine.initial,
    releaseOn: computation.deferredFen > 0 ? releaseDay(quarter, formula) : null,
  };
  return violations.length > 0 ? block(statement, violations) : statement;
}

/** Nothing is paid while a severe violation since the quarter began stands. */
export function block(statement: BonusStatement, violations: readonly string[]): BonusStatement {
  return { ...statement, state: bonusMachine.next(statement.state, 'block'), blockedBy: violations, dueFen: 0, releaseOn: null };
}

/** `read` is the preparation that was read. Throws ILLEGAL_TRANSITION, BONUS_SAME_PERSON, BONUS_OWN or BONUS_PREPARED_AGAIN. */
export function checkApprover(statement: BonusStatement, by: string, read: number | null = null): void {
  const { state, preparation } = statement;
  bonusMachine.next(state, 'approve');
  checkOther(statement, by);
  if (read !== null && read !== preparation) throw new DomainError('BONUS_PREPARED_AGAIN', { preparation }, 'preparations');
}

/** Throws as checkApprover. Gives the balance that is left to give back. */
export function approveStatement(
  statement: BonusStatement,
  owed: BonusBalance | null,
  { by, at }: FormulaAct,
): { readonly statement: BonusStatement; readonly balance: BonusBalance | null } {
  checkApprover(statement, by);
  const { setOffFen, balance } = setOff(owed, statement.dueFen);
  const state = bonusMachine.next(statement.state, statement.dueFen > setOffFen ? 'approve' : 'settle');
  const approved = { approvedBy: by, approvedAt: at, owedBeforeFen: owed?.owedFen ?? 0, setOffFen };
  return { statement: { ...statement, ...approved, state }, balance };
}

/** Throws ILLEGAL_TRANSITION, BONUS_SAME_PERSON, BONUS_OWN or BONUS_REASON_MISSING. */
export function rejectStatement(statement: BonusStatement, by: string, reason: string): BonusStatement {
  const state = bonusMachine.next(statement.state, 'reject');
  checkOther(statement, by);
  return { ...statement, state, rejectedBy: by, rejectionReason: requireReason(reason) };
}

export const sentStatement = (statement: BonusStatement, handoffId: string): BonusStatement => ({ ...statement, ...handedOver(handoffId) });

export const sendStatementAgain = (statement: BonusStatement, handoffId: string): BonusStatement => ({
  ...sentStatement(statement, handoffId),
  state: bonusMachine.next(statement.state, 'send'),
});

export const statementPaid = (statement: BonusStatement, facts: PaidFacts): BonusStatement => ({
  ...statement,
  ...paidAs(statement, facts),
  state: bonusMachine.next(statement.state, 'pay'),
});

export const statementReturned = (statement: BonusStatement, facts: ReturnedFacts): BonusStatement => ({
  ...statement,
  ...returnedAs(statement, facts),
  state: bonusMachine.next(statement.state, 'return'),
});

/** What finance is to pay. */
export const payoutOf = (statement: Pick<BonusStatement, 'dueFen' | 'setOffFen'>): Fen => payable(statement);

/** True once it was approved: from then on its loans may be taken back. */
export const isApproved = ({ approvedBy, state }: Pick<BonusStatement, 'approvedBy' | 'state'>): boolean =>
  approvedBy !== null && state !== 'BLOCKED';

function releaseDay(quarter: string, { deferral }: BonusFormula): LocalDate {
  return addDays(quarterRange(quartersAfter(quarter, deferral.quarters)).to, 1);
}

function checkOther({ preparedBy, employeeId }: BonusStatement, by: string): void {
  if (by === preparedBy) throw new DomainError('BONUS_SAME_PERSON', {}, 'bonusIds');
  if (by === employeeId) throw new DomainError('BONUS_OWN', {}, 'bonusIds');
}
