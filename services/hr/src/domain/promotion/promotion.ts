import { DomainError, invariant } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import type { Level } from '../career/ladder.js';
import type { Eligibility } from './eligibility.js';
import { promotionMachine } from './promotion.machine.js';
import type { PromotionState } from './promotion.machine.js';

/**
 * The promotion of a person to the next level (晋升) [5.7]: proposed by the manager, or by hr while sales has none, with a reason, decided by hr on the figures of that day. Nobody proposes
 * or decides his own, and who proposes does not decide. Somebody who is not eligible needs an exception, granted by a third person; a severe violation
 * knows none.
 */
export interface Promotion {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  /** The same as `employeeId` while undecided, null afterwards: one open promotion a person. */
  readonly openKey: string | null;
  readonly fromLevel: Level;
  readonly toLevel: Level;
  readonly state: PromotionState;
  readonly proposedBy: string;
  readonly proposedOn: LocalDate;
  readonly reason: string;
  /** Why it should be granted although the person is not eligible; null when he is. */
  readonly exceptionAsked: string | null;
  readonly exception: { readonly by: string; readonly reason: string; readonly on: LocalDate } | null;
  /** On the day of the proposal, then on that of the decision. */
  readonly eligibility: Eligibility;
  readonly decision: { readonly by: string; readonly reason: string; readonly on: LocalDate } | null;
}

interface Act {
  readonly by: string;
  readonly reason: string;
  readonly today: LocalDate;
}

const LEAST_REASON = 4;

/** Where sales has a manager he proposes; without one hr does, and another person of hr decides. Throws PROMOTION_BY_MANAGER. */
export function checkProposer(actor: Actor, salesManager: unknown): void {
  const isManager = actor.kind === 'employee' && actor.roles.includes('sales-manager');
  if (!isManager && salesManager !== null) throw new DomainError('PROMOTION_BY_MANAGER');
}

export function propose(id: string, eligibility: Eligibility, act: Act & { readonly exceptionReason: string | null }): Promotion {
  const { by, reason, today, exceptionReason } = act;
  if (by === eligibility.employeeId) throw new DomainError('OWN_PROMOTION');
  checkReason(reason);
  if (eligibility.target === null) throw new DomainError('HIGHEST_LEVEL', { level: eligibility.level });
  refuseBlocked(eligibility);
  if (!eligibility.eligible && exceptionReason === null) throw notEligible(eligibility);
  if (!eligibility.eligible && exceptionReason !== null) checkReason(exceptionReason, 'exceptionReason');
  const { employeeId, level, target } = eligibility;
  return {
    ...{ id, version: 0, employeeId, openKey: employeeId, fromLevel: level, toLevel: target, state: 'PROPOSED' },
    ...{ proposedBy: by, proposedOn: today, reason, eligibility, exception: null, decision: null },
    exceptionAsked: eligibility.eligible ? null : exceptionReason,
  };
}

/** Somebody other than who proposed it, and than the person, lets it be decided on although the person is not eligible. */
export function grantException(promotion: Promotion, { by, reason, today }: Act): Promotion {
  promotionMachine.next(promotion.state, 'except');
  if (by === promotion.employeeId) throw new DomainError('OWN_PROMOTION');
  if (by === promotion.proposedBy) throw new DomainError('PROMOTION_SAME_PERSON', { act: 'propose' });
  if (promotion.exceptionAsked === null) throw new DomainError('EXCEPTION_NOT_ASKED');
  if (promotion.exception) throw new DomainError('EXCEPTION_GRANTED', { on: promotion.exception.on });
  checkReason(reason);
  return { ...promotion, exception: { by, reason, on: today } };
}

/** Approves on the figures of the day of the decision: who was eligible when proposed and is not any more needs an exception too. */
export function approve(promotion: Promotion, eligibility: Eligibility, act: Act): Promotion {
  const state = promotionMachine.next(promotion.state, 'approve');
  invariant(eligibility.employeeId === promotion.employeeId, 'the eligibility of somebody else');
  checkDecider(promotion, act);
  refuseBlocked(eligibility);
  if (eligibility.level !== promotion.fromLevel)
    throw new DomainError('PROMOTION_LEVEL_CHANGED', { from: promotion.fromLevel, level: eligibility.level });
  if (!eligibility.eligible && promotion.exception === null) throw notEligible(eligibility);
  if (!eligibility.eligible && promotion.exception?.by === act.by) throw new DomainError('PROMOTION_SAME_PERSON', { act: 'except' });
  return { ...decided(promotion, act), state, eligibility };
}

export function reject(promotion: Promotion, act: Act): Promotion {
  const state = promotionMachine.next(promotion.state, 'reject');
  checkDecider(promotion, act);
  return { ...decided(promotion, act), state };
}

export function withdraw(promotion: Promotion, act: Act): Promotion {
  const state = promotionMachine.next(promotion.state, 'withdraw');
  if (act.by !== promotion.proposedBy) throw new DomainError('PROMOTION_NOT_HIS_OWN');
  checkReason(act.reason);
  return { ...decided(promotion, act), state };
}

/** Roles after a promotion: the manager leads instead of selling; a supervisor (销售主管) goes on as a salesperson, his level tells what he may be asked for. */
export function rolesAfter(roles: readonly string[], level: Level): readonly string[] {
  return level === 'MANAGER' ? [...roles.filter((role) => role !== 'salesperson'), 'sales-manager'] : roles;
}

function decided(promotion: Promotion, { by, reason, today }: Act): Promotion {
  return { ...promotion, openKey: null, decision: { by, reason, on: today } };
}

function checkDecider(promotion: Promotion, { by, reason }: Act): void {
  if (by === promotion.employeeId) throw new DomainError('OWN_PROMOTION');
  if (by === promotion.proposedBy) throw new DomainError('PROMOTION_SAME_PERSON', { act: 'propose' });
  checkReason(reason);
}

function checkReason(reason: string, field = 'reason'): void {
  if ([...reason.trim()].length < LEAST_REASON) throw new DomainError('PROMOTION_REASON_MISSING', { least: LEAST_REASON }, field);
}

function refuseBlocked({ blocked, findings }: Eligibility): void {
  const severe = findings.find(({ criterion }) => criterion === 'SEVERE_VIOLATIONS');
  if (blocked) throw new DomainError('PROMOTION_BLOCKED', { quarters: severe?.actual ?? '', violationIds: severe?.aboutIds ?? [] });
}

function notEligible({ target, findings }: Eligibility): DomainError {
  const against = findings.filter(({ met }) => !met).map(({ criterion, needed, actual }) => `${criterion} (${actual}; ${needed})`);
  return new DomainError('PROMOTION_NOT_ELIGIBLE', { level: target, against });
}
