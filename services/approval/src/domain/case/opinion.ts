// Before it votes the committee may ask risk, finance and legal what they think of an application (征求部门意见) [8.5]. Each opinion is due within
// the working time of the policy; the vote does not wait for it, but case and decision show every one, and which came late or not at all.
import { DomainError } from '@weilend/kernel';
import type { ApprovalCase } from './approval-case.js';
import { caseMachine } from './case.machine.js';

export const OPINION_GIVERS = ['risk', 'finance', 'compliance'] as const;
export type OpinionGiver = (typeof OPINION_GIVERS)[number];
export const ANSWER_KINDS = ['GIVEN', 'RETURNED', 'RECALLED'] as const;

export interface OpinionAnswer {
  /** RETURNED: the department has none, with its reasons; RECALLED: the customer withdrew. */
  readonly kind: (typeof ANSWER_KINDS)[number];
  readonly stance: string | null;
  readonly text: string;
  readonly by: string | null;
  readonly at: Date;
}

export interface DepartmentOpinion {
  readonly department: OpinionGiver;
  /** The department's work on it. */
  readonly handoffId: string;
  readonly question: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answer: OpinionAnswer | null;
}

const LEAST = 4;
/** Telephone, identity, account and card numbers, also in groups. */
const NUMBER_OF_A_PERSON = /\d(?:[ -]?\d){10,}/;

/** The question as it will be asked. Throws DomainError OPINION_QUESTION_MISSING or PERSONAL_NUMBER_IN_TEXT. */
export function questionFor(text: string): string {
  const question = text.trim();
  if ([...question].length < LEAST) throw new DomainError('OPINION_QUESTION_MISSING', {}, 'question');
  if (NUMBER_OF_A_PERSON.test(question)) throw new DomainError('PERSONAL_NUMBER_IN_TEXT', { what: 'question' }, 'question');
  return question;
}

/** One question at a time to each department. Throws OPINION_ALREADY_ASKED, or ILLEGAL_TRANSITION when the case is not open. */
export function askOpinion<C extends ApprovalCase>(approvalCase: C, opinion: DepartmentOpinion): C {
  const state = caseMachine.next(approvalCase.state, 'ask');
  const waits = approvalCase.opinions.some((one) => one.department === opinion.department && one.answer === null);
  if (waits) throw new DomainError('OPINION_ALREADY_ASKED', { department: opinion.department }, 'department');
  return { ...approvalCase, state, opinions: [...approvalCase.opinions, opinion] };
}

/** What a department said, whatever state the case is in by now; the first word counts. The same case when it asked no such thing. */
export function noteOpinion<C extends ApprovalCase>(approvalCase: C, handoffId: string, answer: OpinionAnswer): C {
  const asked = approvalCase.opinions.some((one) => one.handoffId === handoffId && one.answer === null);
  if (!asked) return approvalCase;
  return { ...approvalCase, opinions: approvalCase.opinions.map((one) => (one.handoffId === handoffId ? { ...one, answer } : one)) };
}

/** Answered after it was due, or due and not answered. */
export function isLate(opinion: Pick<DepartmentOpinion, 'dueAt' | 'answer'>, now: Date): boolean {
  return (opinion.answer?.at ?? now) > opinion.dueAt;
}
