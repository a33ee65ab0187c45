import { DomainError } from '@weilend/kernel';

// Each time that the customer hands in his application is a round (轮次). A round ends passed, or returned with what has to be
// supplemented or corrected and until when; the rounds stay readable for ever.

export interface ReturnNote {
  readonly by: 'sales' | 'risk';
  readonly employeeId: string | null;
  readonly reasons: readonly string[];
  readonly at: Date;
  /** By parameter deadline.supplement in working time. */
  readonly dueAt: Date;
}

export interface Round {
  readonly no: number;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly checkStartedAt: Date | null;
  readonly passedAt: Date | null;
  readonly returned: ReturnNote | null;
}

export function openRound(rounds: readonly Round[], submittedBy: string, at: Date): readonly Round[] {
  return [...rounds, { no: rounds.length + 1, submittedAt: at, submittedBy, checkStartedAt: null, passedAt: null, returned: null }];
}

/** Changes the round that runs; the earlier ones never change. */
export function changeLastRound(
  rounds: readonly Round[],
  change: Partial<Pick<Round, 'checkStartedAt' | 'passedAt' | 'returned'>>,
): readonly Round[] {
  return rounds.map((round, place) => (place === rounds.length - 1 ? { ...round, ...change } : round));
}

/** Trimmed reasons. Throws DomainError RETURN_REASONS_MISSING when nothing is said [4.7]. */
export function requireReasons(reasons: readonly string[]): readonly string[] {
  const said = reasons.map((reason) => reason.trim()).filter((reason) => reason !== '');
  if (said.length === 0) throw new DomainError('RETURN_REASONS_MISSING', {}, 'reasons');
  return said;
}
