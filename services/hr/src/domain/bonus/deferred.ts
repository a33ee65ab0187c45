import type { Fen, LocalDate } from '@weilend/kernel';
import { deferredBonusMachine } from './bonus.machine.js';
import type { DeferredState } from './bonus.machine.js';
import { isBad } from './bonus-loan.js';
import type { BonusLoan } from './bonus-loan.js';
import { setOff } from './clawback.js';
import type { BonusBalance, BonusPart } from './clawback.js';
import type { BonusFormula } from './formula.js';
import { handedOver, paidAs, payable, returnedAs, UNPAID } from './payout.js';
import type { BonusPayout, PaidFacts, ReturnedFacts } from './payout.js';
import type { BonusStatement } from './statement.js';

/**
 * The deferred part of a bonus (递延奖金): held for the quarters that the formula names. On its day each loan of the bonus is looked at: what belongs to
 * a loan that is bad on that day is withheld for good, the rest is released, in full or in part [5.6].
 */
export interface DeferredBonus extends BonusPayout {
  readonly id: string;
  readonly version: number;
  readonly state: DeferredState;
  readonly statementId: string;
  readonly preparation: number;
  readonly formulaId: string;
  readonly employeeId: string;
  readonly quarter: string;
  readonly amountFen: Fen;
  /** Taken by clawbacks while it was held. */
  readonly takenFen: Fen;
  readonly releaseOn: LocalDate;
  readonly releasedOn: LocalDate | null;
  readonly withheldFen: Fen;
  /** Released, before what the person owes from clawbacks. */
  readonly dueFen: Fen;
  readonly setOffFen: Fen;
  /** Severe violations for which it is held beyond its day; null or left out without one. */
  readonly blockedBy?: readonly string[] | null;
}

export function holdDeferred(id: string, statement: BonusStatement, releaseOn: LocalDate): DeferredBonus {
  const { id: statementId, preparation, formulaId, employeeId, quarter, computation } = statement;
  return {
    ...UNPAID,
    ...{ id, version: 0, state: deferredBonusMachine.initial, statementId, preparation, formulaId, employeeId, quarter },
    ...{ amountFen: computation.deferredFen, takenFen: 0, releaseOn, releasedOn: null, withheldFen: 0, dueFen: 0, setOffFen: 0 },
  };
}

/** What is still held of it. */
export const heldFen = (deferred: DeferredBonus | null): Fen => (deferred?.state === 'HELD' ? deferred.amountFen - deferred.takenFen : 0);

/** Stays held, with the reason, although its day has come: somebody with a severe violation is paid nothing [5.4]. Throws ILLEGAL_TRANSITION. */
export function blockDeferred(deferred: DeferredBonus, violations: readonly string[]): DeferredBonus {
  deferredBonusMachine.next(deferred.state, 'release');
  return { ...deferred, blockedBy: violations };
}

/** Takes a clawback out of what is held. */
export const takeFromDeferred = (deferred: DeferredBonus, fen: Fen): DeferredBonus => ({ ...deferred, takenFen: deferred.takenFen + fen });

export interface Release {
  readonly deferred: DeferredBonus;
  readonly balance: BonusBalance | null;
  /** Only those of which something is withheld. */
  readonly withheld: readonly BonusPart[];
}

/** Throws ILLEGAL_TRANSITION. `loans` are those of the bonus of which finance ever said anything. */
export function releaseDeferred(
  deferred: DeferredBonus,
  of: { readonly parts: readonly BonusPart[]; readonly loans: ReadonlyMap<string, BonusLoan>; readonly formula: BonusFormula },
  owed: BonusBalance | null,
  today: LocalDate,
): Release {
  deferredBonusMachine.next(deferred.state, 'release');
  let held = heldFen(deferred);
  const withheld: BonusPart[] = [];
  for (const part of of.parts) {
    const loan = of.loans.get(part.loanId);
    const own = loan && isBad(loan, of.formula) ? ownDeferred(part) : 0;
    const withheldFen = Math.min(own, held);
    held -= withheldFen;
    if (withheldFen > 0) withheld.push({ ...part, withheldFen });
  }
  const { setOffFen, balance } = setOff(owed, held);
  const state = deferredBonusMachine.next(deferred.state, held > setOffFen ? 'release' : 'forfeit');
  const withheldFen = withheld.reduce((sum, part) => sum + part.withheldFen, 0);
  return { deferred: { ...deferred, state, releasedOn: today, withheldFen, dueFen: held, setOffFen, blockedBy: null }, balance, withheld };
}

/** Of a loan's deferred part what no clawback has taken yet, and never more than is left of its whole part. */
function ownDeferred(part: BonusPart): Fen {
  return Math.max(0, Math.min(part.deferredFen - part.takenOfDeferredFen, part.partFen - part.takenFen));
}

export const sentDeferred = (deferred: DeferredBonus, handoffId: string): DeferredBonus => ({ ...deferred, ...handedOver(handoffId) });

export const sendDeferredAgain = (deferred: DeferredBonus, handoffId: string): DeferredBonus => ({
  ...sentDeferred(deferred, handoffId),
  state: deferredBonusMachine.next(deferred.state, 'send'),
});

export const deferredPaid = (deferred: DeferredBonus, facts: PaidFacts): DeferredBonus => ({
  ...deferred,
  ...paidAs(deferred, facts),
  state: deferredBonusMachine.next(deferred.state, 'pay'),
});

export const deferredReturned = (deferred: DeferredBonus, facts: ReturnedFacts): DeferredBonus => ({
  ...deferred,
  ...returnedAs(deferred, facts),
  state: deferredBonusMachine.next(deferred.state, 'return'),
});

/** What finance is to pay of it. */
export const deferredPayout = (deferred: Pick<DeferredBonus, 'dueFen' | 'setOffFen'>): Fen => payable(deferred);
