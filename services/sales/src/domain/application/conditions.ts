import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// A conditional approval (有条件同意) comes with conditions. Sales settles each with the customer and gives a file as evidence; when all
// are evidenced the committee's secretary looks at them, and confirms them or sends some back to be evidenced again. The committee may waive one or
// put off its day.

export interface ConditionEvidence {
  readonly fileId: string;
  readonly sha256: string;
  readonly by: string;
  readonly at: Date;
}

export interface ApprovalCondition {
  readonly conditionId: string;
  readonly text: string;
  readonly evidenceKind: string;
  readonly dueOn: LocalDate;
  readonly evidence: ConditionEvidence | null;
  /** Evidence that was sent back. */
  readonly refused: readonly ConditionEvidence[];
  /** When the committee waived it; absent in records from before that was kept. */
  readonly waivedAt?: Date | null;
  /** The day before the committee put it off. */
  readonly formerDueOn?: LocalDate | null;
}

export interface Conditions {
  readonly decisionId: string;
  readonly items: readonly ApprovalCondition[];
  /** The handoff to the secretary; null while evidence is missing. */
  readonly confirmHandoffId: string | null;
  readonly returnedBecause: readonly string[];
}

export function openConditions(
  decisionId: string,
  items: readonly Omit<ApprovalCondition, 'evidence' | 'refused' | 'waivedAt' | 'formerDueOn'>[],
): Conditions {
  return {
    decisionId,
    items: items.map((item) => ({ ...item, evidence: null, refused: [], waivedAt: null, formerDueOn: null })),
    confirmHandoffId: null,
    returnedBecause: [],
  };
}

/** Puts evidence to a condition. Throws CONDITION_UNKNOWN, CONDITION_WAIVED, or CONDITION_EVIDENCED when it has some that nobody sent back. */
export function evidence(conditions: Conditions | null, conditionId: string, given: ConditionEvidence): Conditions {
  const condition = conditions?.items.find((item) => item.conditionId === conditionId);
  if (!conditions || !condition) throw new DomainError('CONDITION_UNKNOWN', { conditionId }, 'conditionId');
  if (condition.waivedAt) throw new DomainError('CONDITION_WAIVED', { conditionId }, 'conditionId');
  if (condition.evidence) throw new DomainError('CONDITION_EVIDENCED', { conditionId }, 'conditionId');
  return { ...conditions, items: conditions.items.map((item) => (item === condition ? { ...item, evidence: given } : item)) };
}

export const isOwed = ({ evidence: given, waivedAt }: ApprovalCondition): boolean => given === null && !waivedAt;

/** Nothing is owed any more: each has its evidence, or was waived. */
export const allSettled = (conditions: Conditions): boolean => !conditions.items.some(isOwed);

export interface ConditionChange {
  readonly conditionId: string;
  readonly kind: 'WAIVE' | 'EXTEND';
  readonly newDueOn: LocalDate | null;
  readonly at: Date;
}

/** The committee waived a condition or put off its day: a fact, never refused; of a condition that we do not have it changes nothing. */
export function withChange(conditions: Conditions, { conditionId, kind, newDueOn, at }: ConditionChange): Conditions {
  const condition = conditions.items.find((item) => item.conditionId === conditionId);
  if (!condition) return conditions;
  const changed = kind === 'WAIVE' ? { waivedAt: at } : newDueOn ? { dueOn: newDueOn, formerDueOn: condition.dueOn } : {};
  return { ...conditions, items: conditions.items.map((item) => (item === condition ? { ...item, ...changed } : item)) };
}

export interface ReturnedEvidence {
  readonly handoffId: string;
  readonly reasons: readonly string[];
  /** What was sent back; everything when it is not said. */
  readonly conditionIds?: readonly string[] | null;
}

/**
 * The secretary sent evidence back: what came back is asked again and stays readable, what she took stays given. Another handoff's return changes
 * nothing.
 */
export function askEvidenceAgain(conditions: Conditions, { handoffId, reasons, conditionIds }: ReturnedEvidence): Conditions {
  if (conditions.confirmHandoffId !== handoffId) return conditions;
  const named = conditions.items.filter(({ conditionId }) => conditionIds?.includes(conditionId));
  // A return that names none of ours is about all of them: something must be asked, or nobody would ever confirm.
  const returned = named.length > 0 ? named : conditions.items;
  const items = conditions.items.map((item) => (returned.includes(item) ? sentBack(item) : item));
  return { ...conditions, items, confirmHandoffId: null, returnedBecause: reasons };
}

const sentBack = (item: ApprovalCondition): ApprovalCondition => ({
  ...item,
  evidence: null,
  refused: item.evidence ? [...item.refused, item.evidence] : item.refused,
});
