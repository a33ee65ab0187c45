import { DomainError } from '@weilend/kernel';
import { requireDone } from './site-visit.js';
import { writtenText } from './written-text.js';

// A telephone verification (电话核实): who was called as what, on what kind of number, what was asked and answered. The number itself
// is never written down here: sales keeps it, encrypted.

/** Whose telephone it was and how it was found. */
export const PHONE_NUMBER_KINDS = [
  'CUSTOMER_MOBILE',
  'HOME_LANDLINE',
  'EMPLOYER_LANDLINE',
  'BUSINESS_LANDLINE',
  'GUARANTOR_MOBILE',
  'TRADE_PARTNER',
] as const;
export type PhoneNumberKind = (typeof PHONE_NUMBER_KINDS)[number];

export interface PhoneAnswer {
  readonly question: string;
  readonly answer: string;
}

export interface PhoneVerification {
  readonly checkId: string;
  /** Person spoken to and as what, e.g. "Ms Wang, accountant of the employer". */
  readonly spokenTo: string;
  readonly numberKind: PhoneNumberKind;
  readonly calledAt: Date;
  readonly answers: readonly PhoneAnswer[];
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Checks what was heard; throws ANSWERS_MISSING, CHECK_IN_FUTURE or a text refusal [4.10]. */
export function phoneVerification(call: PhoneVerification): PhoneVerification {
  if (call.answers.length === 0) throw new DomainError('ANSWERS_MISSING', {}, 'answers');
  requireDone(call.calledAt, call.recordedAt, 'calledAt');
  return {
    ...call,
    spokenTo: writtenText(call.spokenTo, 'spokenTo'),
    answers: call.answers.map(({ question, answer }) => ({
      question: writtenText(question, 'answers.question'),
      answer: writtenText(answer, 'answers.answer', 1),
    })),
  };
}
