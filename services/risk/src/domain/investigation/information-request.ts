import { DomainError } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';
import { withCheck } from './investigation.js';
import type { Investigation } from './investigation.js';

// Facts that only the salesperson can get are asked of sales while the investigation runs on (信息征询): a question in words, due within
// the working time of the policy. What sales says stands beside the question for good; the report may be written without waiting for it,
// and everybody who reads the investigation sees which replies came late.

export const REPLY_KINDS = ['ANSWERED', 'RETURNED', 'RECALLED'] as const;

export interface InformationReply {
  /** RETURNED: sales cannot say, with its reasons; RECALLED: the customer withdrew. */
  readonly kind: (typeof REPLY_KINDS)[number];
  readonly text: string;
  /** Who of sales answered; null when the work was sent back or taken back. */
  readonly by: string | null;
  readonly at: Date;
}

/** The clock of the investigation stands still until sales has answered. */
export interface WaitingForSales {
  readonly reason: string;
}

export interface InformationRequest {
  readonly requestId: string;
  /** The work of sales that answers it. */
  readonly handoffId: string;
  readonly question: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  /** Why the investigation can not go on without the answer; null when it goes on meanwhile. */
  readonly waiting?: WaitingForSales | null;
  readonly reply: InformationReply | null;
}

/** The question as it will be asked; throws a text refusal [3.7]. */
export function questionFor(text: string): string {
  return writtenText(text, 'question', 4);
}

/** What the clock stands still for, when a reason is given; throws a text refusal [3.7]. */
export function waitingFor(reason: string | null): WaitingForSales | null {
  return reason === null ? null : { reason: writtenText(reason, 'pauseReason', 4) };
}

/** The investigation with one more question; throws INFORMATION_ALREADY_ASKED, or ILLEGAL_TRANSITION when it is not being carried out. */
export function askSales(investigation: Investigation, request: InformationRequest): Investigation {
  const asked = investigation.informationRequests.some((one) => one.reply === null && one.question === request.question);
  if (asked) throw new DomainError('INFORMATION_ALREADY_ASKED', {}, 'question');
  return withCheck(investigation, { informationRequests: [...investigation.informationRequests, request] });
}

/** What sales said, whatever state the investigation is in by now; the first word counts. The same investigation when it asked no such thing. */
export function noteReply(investigation: Investigation, handoffId: string, reply: InformationReply): Investigation {
  const asked = investigation.informationRequests.some((one) => one.handoffId === handoffId && one.reply === null);
  if (!asked) return investigation;
  const informationRequests = investigation.informationRequests.map((one) => (one.handoffId === handoffId ? { ...one, reply } : one));
  return { ...investigation, informationRequests };
}

/** Answered after it was due, or due and not answered. */
export function isLate(request: Pick<InformationRequest, 'dueAt' | 'reply'>, now: Date): boolean {
  return (request.reply?.at ?? now) > request.dueAt;
}

/** Why the investigation waits for sales just now; nothing when it goes on. */
export function waitingReasons({ informationRequests }: Pick<Investigation, 'informationRequests'>): string[] {
  return informationRequests.flatMap((one) => (one.reply === null && one.waiting ? [one.waiting.reason] : []));
}

/** When the next answer of sales is due; null when no question is open. */
export function nextReplyDueAt({ informationRequests }: Pick<Investigation, 'informationRequests'>): Date | null {
  const open = informationRequests.filter((one) => one.reply === null).map((one) => one.dueAt);
  return open.reduce<Date | null>((first, dueAt) => (first === null || dueAt < first ? dueAt : first), null);
}
