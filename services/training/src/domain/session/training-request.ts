import { defineMachine, DomainError } from '@weilend/kernel';
import type { TrainingTopic } from '../plan/training-plan.js';
import type { TrainingSession } from './training-session.js';

/**
 * Hr asks that somebody be trained: after a weak score, for a promotion, as an award, after a violation [5.8]. The request has a deadline, until
 * which the person has a seat in a training of the topic that was asked for, or the request goes back to hr with the reason for which nobody may
 * be spared. Each request follows its own seat: it is done when the person came and the training was evaluated. A seat that is given back, or on
 * which nobody sat, has trained nobody, nor has a training whose evaluation the person was let off: then the request is open again, with a new
 * deadline, and hr hears of it. Who leaves the company is trained no more, whatever seat he had.
 */
export const REQUEST_REASONS = ['WEAK_SCORE', 'PROMOTION', 'AWARD', 'VIOLATION'] as const;
export type RequestReason = (typeof REQUEST_REASONS)[number];
export type RequestState = 'OPEN' | 'NOMINATED' | 'TRAINED' | 'RETURNED';

export interface TrainingRequest {
  readonly id: string;
  readonly version: number;
  readonly handoffId: string;
  readonly employeeId: string;
  /** Null when any topic will do. */
  readonly topic: TrainingTopic | null;
  readonly reason: RequestReason;
  /** The appraisal, promotion, award or violation behind it. */
  readonly aboutId: string;
  readonly state: RequestState;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly sessionId: string | null;
  readonly returnReason: string | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
}

export const trainingRequestMachine = defineMachine<RequestState, 'nominate' | 'return' | 'reopen' | 'train' | 'leave'>({
  name: 'training request',
  initial: 'OPEN',
  states: {
    OPEN: { nominate: 'NOMINATED', return: 'RETURNED', leave: 'RETURNED' },
    NOMINATED: { reopen: 'OPEN', train: 'TRAINED', leave: 'RETURNED' },
    TRAINED: {},
    RETURNED: {},
  },
});

type Facts = Pick<TrainingRequest, 'id' | 'handoffId' | 'employeeId' | 'topic' | 'reason' | 'aboutId' | 'openedAt' | 'dueAt'>;
export interface Closing {
  readonly by: string;
  readonly at: Date;
}

const LEAST_REASON_LENGTH = 10;

export function openRequest(facts: Facts): TrainingRequest {
  const nothing = { sessionId: null, returnReason: null, closedBy: null, closedAt: null };
  return { ...facts, ...nothing, version: 0, state: trainingRequestMachine.initial };
}

/** True when a training is what was asked for. */
export function answers({ topic }: Pick<TrainingSession, 'topic'>, request: TrainingRequest): boolean {
  return request.state === 'OPEN' && (request.topic === null || request.topic === topic);
}

export function settleRequest(request: TrainingRequest, sessionId: string, { by, at }: Closing): TrainingRequest {
  return { ...request, state: trainingRequestMachine.next(request.state, 'nominate'), sessionId, closedBy: by, closedAt: at };
}

/** The person came, and the training was evaluated with a result of his. */
export function trainRequest(request: TrainingRequest): TrainingRequest {
  return { ...request, state: trainingRequestMachine.next(request.state, 'train') };
}

/** True when the evaluation of a training says of somebody how he did; an excuse says nothing. */
export function isEvaluated({ evaluation }: Pick<TrainingSession, 'evaluation'>, employeeId: string): boolean {
  const result = evaluation?.results.find((one) => one.employeeId === employeeId);
  return result !== undefined && !result.excuse;
}

/** The seat was given back, the training was called off, the person stayed away, or was let off the evaluation. */
export function reopenRequest(request: TrainingRequest, dueAt: Date): TrainingRequest {
  const state = trainingRequestMachine.next(request.state, 'reopen');
  return { ...request, state, sessionId: null, closedBy: null, closedAt: null, dueAt };
}

export function returnRequest(request: TrainingRequest, reason: string, { by, at }: Closing): TrainingRequest {
  const state = trainingRequestMachine.next(request.state, 'return');
  if ([...reason.trim()].length < LEAST_REASON_LENGTH) throw new DomainError('REQUEST_REASON_MISSING', {}, 'reason');
  return { ...request, state, returnReason: reason.trim(), closedBy: by, closedAt: at };
}

/** The person has left the company: nobody is there to be trained, on whatever seat. */
export function leaveRequest(request: TrainingRequest, reason: string, { by, at }: Closing): TrainingRequest {
  const state = trainingRequestMachine.next(request.state, 'leave');
  return { ...request, state, sessionId: null, returnReason: reason, closedBy: by, closedAt: at };
}
