import { businessDateOf, checkAwake, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { checkFrequency } from './calling-hours.js';
import type { CallingRules } from './calling-hours.js';
import type { PromisedPayment } from './payment-promise.js';

// A contact about a late loan (催收记录, GB/T 45251-2025): with the debtor; with a guarantor as his contract says; with anybody else only when the debtor
// could not be reached, never to ask him for the money, and never again once he has refused. Each is written down: channel, time, result, recording.

export const CONTACT_CHANNELS = ['CALL', 'SMS', 'MESSAGE', 'VISIT', 'LETTER'] as const;
/** 电话、短信、即时消息、上门、信函. */
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export const CONTACT_PARTIES = ['DEBTOR', 'GUARANTOR', 'OTHER'] as const;
export type ContactParty = (typeof CONTACT_PARTIES)[number];

export const CONTACT_RESULTS = [
  ...(['PROMISED', 'PAID_ALREADY', 'CALL_BACK', 'HARDSHIP_TOLD', 'DISPUTED', 'REFUSED_TO_PAY'] as const),
  ...(['NOT_REACHED', 'WRONG_PERSON', 'DELIVERED', 'MESSAGE_LEFT', 'REFUSED_CONTACT'] as const),
] as const;
export type ContactResult = (typeof CONTACT_RESULTS)[number];

/** Why somebody else was contacted: in each the debtor could not be reached. */
export const THIRD_PARTY_REASONS = ['DEBTOR_NOT_ANSWERING', 'DEBTOR_NUMBER_DEAD', 'DEBTOR_MOVED_AWAY'] as const;
export type ThirdPartyReason = (typeof THIRD_PARTY_REASONS)[number];

/** What may come of a contact with somebody who does not owe: he is asked where the debtor is, and for nothing else. */
const THIRD_PARTY_RESULTS: readonly ContactResult[] = ['NOT_REACHED', 'WRONG_PERSON', 'MESSAGE_LEFT', 'REFUSED_CONTACT'];
/** Results without anybody at the other end. */
const WITHOUT_A_WORD: readonly ContactResult[] = ['NOT_REACHED', 'DELIVERED', 'MESSAGE_LEFT'];

export interface ContactClaim {
  readonly channel: ContactChannel;
  readonly whom: ContactParty;
  readonly tookPlaceAt: Date;
  readonly result: ContactResult;
  /** A conversation by voice in which the loan was spoken of. */
  readonly effectiveVoice: boolean;
  /** Who it was, when it was not the debtor. */
  readonly personName: string | null;
  /** The guarantee contract under which a guarantor is contacted. */
  readonly guaranteeRef: string | null;
  readonly thirdPartyReason: ThirdPartyReason | null;
  readonly promise: PromisedPayment | null;
}

export interface ContactFacts {
  readonly now: Date;
  /** Due day of the instalment with which the loan became late. */
  readonly overdueSince: LocalDate;
  /** Effective conversations with this debtor on the day of the contact. */
  readonly conversations: number;
  /** This person asked not to be contacted. */
  readonly refusedBefore: boolean;
}

/** Throws the DomainError of the first rule that the contact breaks. */
export function checkContact(claim: ContactClaim, facts: ContactFacts, rules: CallingRules): void {
  checkTime(claim, facts);
  checkAwake(claim.tookPlaceAt, rules.quiet, 'tookPlaceAt');
  checkPerson(claim, facts);
  checkStory(claim);
  if (claim.channel === 'CALL' && claim.whom === 'DEBTOR') checkFrequency(facts.conversations, rules);
}

function checkTime({ tookPlaceAt }: ContactClaim, { now, overdueSince }: ContactFacts): void {
  if (tookPlaceAt.getTime() > now.getTime()) throw new DomainError('CONTACT_IN_FUTURE', {}, 'tookPlaceAt');
  if (businessDateOf(tookPlaceAt) <= overdueSince) throw new DomainError('CONTACT_BEFORE_OVERDUE', { overdueSince }, 'tookPlaceAt');
}

function checkPerson(claim: ContactClaim, { refusedBefore }: ContactFacts): void {
  const { whom, thirdPartyReason, guaranteeRef } = claim;
  if (whom === 'OTHER' && thirdPartyReason === null) throw new DomainError('CONTACT_REASON_MISSING', {}, 'thirdPartyReason');
  if (whom === 'GUARANTOR' && isBlank(guaranteeRef)) throw new DomainError('CONTACT_GUARANTEE_MISSING', {}, 'guaranteeRef');
  if ((whom === 'DEBTOR') !== isBlank(claim.personName)) {
    throw invalid('personName is for anybody but the debtor, and needed for him', 'personName');
  }
  if (whom !== 'OTHER' && thirdPartyReason !== null) throw invalid('thirdPartyReason is for OTHER only', 'thirdPartyReason');
  if (whom !== 'GUARANTOR' && guaranteeRef !== null) throw invalid('guaranteeRef is for GUARANTOR only', 'guaranteeRef');
  if (whom === 'OTHER' && refusedBefore) throw new DomainError('CONTACT_PERSON_REFUSED', {}, 'personName');
}

/** What is told must fit together. */
function checkStory({ channel, whom, result, effectiveVoice, promise }: ContactClaim): void {
  if (effectiveVoice && channel !== 'CALL') throw invalid('only a call is a conversation by voice', 'effectiveVoice');
  if (effectiveVoice && WITHOUT_A_WORD.includes(result)) throw invalid(`nobody spoke when the result is ${result}`, 'effectiveVoice');
  if (whom === 'OTHER' && !THIRD_PARTY_RESULTS.includes(result))
    throw invalid(`with OTHER the result is ${anyOf(THIRD_PARTY_RESULTS)}`, 'result');
  if (whom === 'DEBTOR' && result === 'REFUSED_CONTACT')
    throw invalid('the debtor refuses to pay, or disputes; he cannot refuse contact', 'result');
  if ((result === 'PROMISED') !== (promise !== null)) throw invalid('the result PROMISED and a promise go together', 'promise');
}

const invalid = (problem: string, field: string): DomainError => new DomainError('CONTACT_INVALID', { problem }, field);
const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const anyOf = (values: readonly string[]): string => values.join(', ');
