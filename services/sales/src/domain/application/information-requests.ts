import { DomainError } from '@weilend/kernel';
import { requireReason } from '../customer/correction.js';

// The investigators ask what only the salesperson can find out (风险部门征询): each question is due within the time of the policy and is
// answered in words, or sent back with the reason why nobody can say. The words travel to another department, so they hold no numbers of
// persons: those stay in the customer's file.

export interface InformationAnswer {
  /** False when the question went back to risk unanswered. */
  readonly answered: boolean;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

export interface InformationRequest {
  readonly id: string;
  /** Risk's work for us that the answer completes. */
  readonly handoffId: string;
  readonly question: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answer: InformationAnswer | null;
}

/** Telephone, identity, account and card numbers, also in groups. */
const NUMBER_OF_A_PERSON = /\d(?:[ -]?\d){10,}/;

/** Throws DomainError PERSONAL_NUMBER_IN_TEXT. */
export function refuseNumbers(words: string, field: string): void {
  if (NUMBER_OF_A_PERSON.test(words)) throw new DomainError('PERSONAL_NUMBER_IN_TEXT', { what: field }, field);
}

/** Trims words for another department. Throws DomainError REASON_REQUIRED or PERSONAL_NUMBER_IN_TEXT. */
export function wordsForOthers(text: string, field: string): string {
  const words = requireReason(text, field);
  refuseNumbers(words, field);
  return words;
}

/** Each question once; they stand in the order in which they were asked. */
export function receiveRequest(requests: readonly InformationRequest[], request: InformationRequest): readonly InformationRequest[] {
  if (requests.some((one) => one.id === request.id)) return requests;
  return [...requests, request].sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** Answers an open question, or sends it back. Throws DomainError INFORMATION_REQUEST_UNKNOWN for one that is answered or does not exist. */
export function answerRequest(
  requests: readonly InformationRequest[],
  requestId: string,
  answer: InformationAnswer,
): { requests: readonly InformationRequest[]; handoffId: string } {
  const request = requests.find((one) => one.id === requestId && one.answer === null);
  if (!request) throw new DomainError('INFORMATION_REQUEST_UNKNOWN', { requestId }, 'requestId');
  return { requests: requests.map((one) => (one === request ? { ...one, answer } : one)), handoffId: request.handoffId };
}
