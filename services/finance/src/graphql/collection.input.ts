import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime, LocalDate, Money } from '@weilend/graphql';
import type { Fen, LocalDate as LocalDateText } from '@weilend/kernel';
import type { ContactChannel, ContactParty, ContactResult, ThirdPartyReason } from '../domain/collection/collection-contact.js';
import type { RecordCollectionContactRequest } from '../use-cases/record-collection-contact/record-collection-contact.use-case.js';
import { ContactChannelEnum, ContactPartyEnum, ContactResultEnum, ThirdPartyReasonEnum } from './collection.type.js';

@InputType({ isAbstract: true })
abstract class SafeRequest {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;
}

@InputType({ isAbstract: true })
abstract class OnLateLoan extends SafeRequest {
  @Field(() => ID)
  readonly loanId!: string;
}

@InputType()
export class PromisedPaymentInput {
  @Field(() => Money)
  readonly amount!: Fen;

  @Field(() => LocalDate, { description: 'The money comes in on this day at the latest' })
  readonly byOn!: LocalDateText;
}

@InputType()
export class RecordCollectionContactInput extends OnLateLoan {
  @Field(() => ContactChannelEnum)
  readonly channel!: ContactChannel;

  @Field(() => ContactPartyEnum)
  readonly whom!: ContactParty;

  @Field(() => String, { nullable: true, description: 'Who it was, when it was not the debtor; kept encrypted' })
  readonly personName?: string | null;

  @Field(() => String, { nullable: true, description: 'For GUARANTOR: the guarantee contract' })
  readonly guaranteeRef?: string | null;

  @Field(() => ThirdPartyReasonEnum, { nullable: true, description: 'For OTHER: why the debtor could not be reached' })
  readonly thirdPartyReason?: ThirdPartyReason | null;

  @Field(() => DateTime, { description: 'When it took place' })
  readonly tookPlaceAt!: Date;

  @Field(() => ContactResultEnum)
  readonly result!: ContactResult;

  @Field(() => Boolean, { defaultValue: false, description: 'A conversation by voice in which the loan was spoken of' })
  readonly effectiveVoice!: boolean;

  @Field(() => String, { defaultValue: '', description: 'In words, without numbers of persons' })
  readonly note!: string;

  @Field(() => String, { nullable: true, description: 'Where the recording is kept' })
  readonly recordingRef?: string | null;

  @Field(() => PromisedPaymentInput, { nullable: true, description: 'With the result PROMISED' })
  readonly promise?: PromisedPaymentInput | null;

  @Field(() => LocalDate, { nullable: true, description: 'Left out: the day after the promise, or what was planned' })
  readonly nextActionOn?: LocalDateText | null;
}

@InputType()
export class AssignCollectionInput extends SafeRequest {
  @Field(() => [ID], { description: 'At most 100 late loans; all of them or none' })
  readonly loanIds!: string[];

  @Field(() => ID, { description: 'A finance officer or manager' })
  readonly collectorId!: string;
}

@InputType()
export class PlanCollectionInput extends OnLateLoan {
  @Field(() => LocalDate, { nullable: true, description: 'Today or later; left out, the plan is taken away' })
  readonly nextActionOn?: LocalDateText | null;
}

@InputType()
export class NoteHardshipInput extends OnLateLoan {
  @Field(() => String, { nullable: true, description: 'Why the borrower cannot pay; left out, the hardship is over' })
  readonly reason?: string | null;
}

@InputType()
export class CancelPromiseInput extends SafeRequest {
  @Field(() => ID)
  readonly promiseId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@ArgsType()
export class LoanHistoryArgs {
  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

export function contactRequest({ promise, ...input }: RecordCollectionContactInput): RecordCollectionContactRequest {
  return {
    ...input,
    personName: input.personName ?? null,
    guaranteeRef: input.guaranteeRef ?? null,
    thirdPartyReason: input.thirdPartyReason ?? null,
    recordingRef: input.recordingRef ?? null,
    nextActionOn: input.nextActionOn ?? null,
    promise: promise ? { amountFen: promise.amount, byOn: promise.byOn } : null,
  };
}
