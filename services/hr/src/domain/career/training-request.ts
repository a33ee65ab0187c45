import type { TrainingTopic } from './ladder.js';

/**
 * A training that hr asked the training department for: after a weak quarter, after a violation, for a promotion or as an award [5.8]. What became of it
 * stands beside it: nominated for a session, asked for anew because that seat was lost, trained when the person came and was evaluated, or sent
 * back with the reason.
 */
export const TRAINING_REASONS = ['WEAK_SCORE', 'PROMOTION', 'AWARD', 'VIOLATION'] as const;
export type TrainingReason = (typeof TRAINING_REASONS)[number];

export const TRAINING_STATES = ['ASKED', 'NOMINATED', 'TRAINED', 'RETURNED'] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

export interface TrainingRequest {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  /** Null when the training department chooses. */
  readonly topic: TrainingTopic | null;
  readonly reason: TrainingReason;
  /** Sheet, promotion, honour or career plan. */
  readonly aboutId: string;
  readonly handoffId: string;
  readonly state: TrainingState;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  /** Session of the nomination. */
  readonly sessionId: string | null;
  /** Why it came back. */
  readonly note: string | null;
}

export type TrainingAnswer = Pick<TrainingRequest, 'state' | 'answeredAt' | 'sessionId' | 'note'>;

/** The training department's word, noted once: the same again, or a later one, changes nothing. */
export function noteAnswer(request: TrainingRequest, answer: TrainingAnswer): TrainingRequest {
  return request.state === 'ASKED' ? { ...request, ...answer } : request;
}

/** What became of it after the first word: the seat that it has now, none again, trained, or back; what is over stays as it ended. */
export function noteProgress(request: TrainingRequest, progress: TrainingAnswer): TrainingRequest {
  return request.state === 'TRAINED' || request.state === 'RETURNED' ? request : { ...request, ...progress };
}

/** What a closed sheet asks for: a training after a score below the limit, one in law after a violation. */
export function neededAfter(
  sheet: { readonly total: number; readonly violations: number },
  weakBelow: number,
): readonly Pick<TrainingRequest, 'reason' | 'topic'>[] {
  const weak = sheet.total < weakBelow ? [{ reason: 'WEAK_SCORE' as const, topic: null }] : [];
  return sheet.violations > 0 ? [...weak, { reason: 'VIOLATION' as const, topic: 'LAW' as const }] : weak;
}
