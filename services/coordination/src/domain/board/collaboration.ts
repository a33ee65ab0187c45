// A need that one department raises with another while it develops or serves a customer (协作请求): who needs what of whom until when, and what
// came of it. Its time is kept on the board like that of any other work.
import { DomainError } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { collaborationMachine } from './collaboration.machine.js';
import type { CollaborationState } from './collaboration.machine.js';

export interface Collaboration {
  readonly id: string;
  readonly version: number;
  /** The piece of work on the board that keeps its time. */
  readonly handoffId: string;
  readonly from: Department;
  readonly to: Department;
  readonly subject: string | null;
  readonly need: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly state: CollaborationState;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

export interface CollaborationNeed {
  readonly id: string;
  readonly handoffId: string;
  readonly from: Department | null;
  readonly to: Department;
  readonly subject: string | null;
  readonly need: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** Throws COLLABORATION_INVALID: somebody of a department needs something of another one. */
export function raiseNeed(need: CollaborationNeed): Collaboration {
  if (!need.from) throw new DomainError('COLLABORATION_INVALID', { problem: 'you work in no department' });
  if (need.from === need.to) throw new DomainError('COLLABORATION_INVALID', { problem: `${need.to} is your own department` }, 'to');
  const text = need.need.trim();
  if (text === '') throw new DomainError('COLLABORATION_INVALID', { problem: 'say what is needed' }, 'need');
  return { ...need, from: need.from, need: text, version: 0, state: 'OPEN', answer: null, answeredBy: null, answeredAt: null };
}

/** Throws REASON_MISSING, ILLEGAL_TRANSITION. */
export function answerNeed(request: Collaboration, reply: { answer: string; declined: boolean; by: string; at: Date }): Collaboration {
  const state = collaborationMachine.next(request.state, reply.declined ? 'decline' : 'answer');
  const answer = reply.answer.trim();
  if (answer === '') throw new DomainError('REASON_MISSING', { act: 'answering a request' }, 'answer');
  return { ...request, state, answer, answeredBy: reply.by, answeredAt: reply.at };
}
