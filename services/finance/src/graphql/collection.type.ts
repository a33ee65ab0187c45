import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money } from '@weilend/graphql';
import { ALLOWANCE_REASONS } from '../domain/collection/calling-hours.js';
import { CASE_ENDS } from '../domain/collection/collection-case.js';
import type { CollectionCase } from '../domain/collection/collection-case.js';
import { CASE_STATES } from '../domain/collection/collection-case.machine.js';
import { CONTACT_CHANNELS, CONTACT_PARTIES, CONTACT_RESULTS, THIRD_PARTY_REASONS } from '../domain/collection/collection-contact.js';
import type { PaymentPromise } from '../domain/collection/payment-promise.js';
import { PROMISE_STATES } from '../domain/collection/payment-promise.machine.js';
import type { ShownContact } from '../queries/collection-history.queries.js';
import { EmployeeStub, textEnum } from './shared.type.js';

export const ContactChannelEnum = textEnum('ContactChannel', CONTACT_CHANNELS, 'How somebody was contacted (催收方式)');
export const ContactPartyEnum = textEnum('ContactParty', CONTACT_PARTIES, 'Whom: the debtor, a guarantor, anybody else (催收对象)');
export const ContactResultEnum = textEnum('ContactResult', CONTACT_RESULTS, 'What came of a contact (催收结果)');
export const ThirdPartyReasonEnum = textEnum(
  'ThirdPartyReason',
  THIRD_PARTY_REASONS,
  'Why the debtor could not be reached (无法联系债务人的原因)',
);
export const PromiseStateEnum = textEnum('PromiseState', PROMISE_STATES, 'State of a promise to pay (还款承诺状态)');
export const CollectionCaseStateEnum = textEnum('CollectionCaseState', CASE_STATES, 'State of a collection case (催收案件状态)');
export const CollectionCaseEndEnum = textEnum(
  'CollectionCaseEnd',
  CASE_ENDS,
  'Why a case was closed: nothing is late, or the loan has ended',
);
export const CallAllowanceReasonEnum = textEnum(
  'CallAllowanceReason',
  ALLOWANCE_REASONS,
  'Why a debtor may not be called now (不可致电的原因)',
);

@ObjectType('CollectionContact', { description: 'A contact about a late loan (催收记录)' })
export class CollectionContactType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => ContactChannelEnum)
  readonly channel!: string;

  @Field(() => ContactPartyEnum)
  readonly whom!: string;

  @Field(() => String, { nullable: true, description: 'Who it was, masked, when it was not the debtor' })
  readonly person!: string | null;

  @Field(() => String, { nullable: true, description: 'The guarantee contract under which a guarantor was contacted' })
  readonly guaranteeRef!: string | null;

  @Field(() => ThirdPartyReasonEnum, { nullable: true })
  readonly thirdPartyReason!: string | null;

  @Field(() => DateTime)
  readonly tookPlaceAt!: Date;

  @Field(() => ContactResultEnum)
  readonly result!: string;

  @Field(() => Boolean, { description: 'A conversation by voice; they are counted per debtor and day (有效语音通话)' })
  readonly effectiveVoice!: boolean;

  @Field(() => String)
  readonly note!: string;

  @Field(() => String, { nullable: true, description: 'Where the recording is kept' })
  readonly recordingRef!: string | null;

  @Field(() => ID, { nullable: true, description: 'The promise that was made in it' })
  readonly promiseId!: string | null;

  @Field(() => DateTime)
  readonly recordedAt!: Date;
}

@ObjectType('PaymentPromise', { description: 'A promise to pay (还款承诺)' })
export class PaymentPromiseType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => Money)
  readonly amount!: number;

  @Field(() => LocalDate)
  readonly madeOn!: string;

  @Field(() => LocalDate, { description: 'The money comes in on this day at the latest' })
  readonly byOn!: string;

  @Field(() => PromiseStateEnum)
  readonly state!: string;

  @Field(() => Money, { nullable: true, description: 'What had come in when it was judged; null while it stands' })
  readonly received!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was judged or cancelled' })
  readonly endedOn!: string | null;

  @Field(() => String, { nullable: true })
  readonly cancelReason!: string | null;
}

@ObjectType('CollectionCase', { description: 'The work on a late loan (催收案件)' })
export class CollectionCaseType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => CollectionCaseStateEnum)
  readonly state!: string;

  @Field(() => LocalDate, { description: 'Due day of the instalment with which the loan became late' })
  readonly overdueSince!: string;

  @Field(() => LocalDate)
  readonly openedOn!: string;

  @Field(() => EmployeeStub, { nullable: true, description: 'Who collects (催收员)' })
  readonly collector!: EmployeeStub | null;

  @Field(() => LocalDate, { nullable: true })
  readonly nextActionOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the borrower cannot pay; null when he is not in hardship (困难原因)' })
  readonly hardshipReason!: string | null;

  @Field(() => Int)
  readonly contacts!: number;

  @Field(() => LocalDate, { nullable: true })
  readonly closedOn!: string | null;

  @Field(() => CollectionCaseEndEnum, { nullable: true })
  readonly closedBy!: string | null;
}

@ObjectType('CollectionAllowance', { description: 'May the debtor be called now (当前是否可致电)' })
export class CollectionAllowanceType {
  @Field(() => Boolean)
  readonly allowed!: boolean;

  @Field(() => [CallAllowanceReasonEnum], { description: 'Why not; empty when he may be called' })
  readonly reasons!: readonly string[];

  @Field(() => DateTime, { nullable: true, description: 'When he may be called; null when there is nothing to call about' })
  readonly nextAt!: Date | null;

  @Field(() => Int, { description: 'Effective conversations today, over all loans of the debtor' })
  readonly conversationsToday!: number;

  @Field(() => Int)
  readonly voicePerDay!: number;
}

export const CollectionContactConnection = connectionOf(CollectionContactType, 'CollectionContact');
export const PaymentPromiseConnection = connectionOf(PaymentPromiseType, 'PaymentPromise');
export const CollectionCaseConnection = connectionOf(CollectionCaseType, 'CollectionCase');

export function contactView({ maskedPerson, ...contact }: ShownContact): CollectionContactType {
  return { ...contact, person: maskedPerson };
}

export function promiseView({ amountFen, receivedFen, ...promise }: PaymentPromise): PaymentPromiseType {
  return { ...promise, amount: amountFen, received: receivedFen };
}

export function caseView({ collectorId, hardship, ...one }: CollectionCase): CollectionCaseType {
  return { ...one, collector: collectorId === null ? null : { id: collectorId }, hardshipReason: hardship?.reason ?? null };
}
