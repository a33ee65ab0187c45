import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { BureauState } from '../../domain/bureau/bureau-inquiry.machine.js';
import type { BureauTrouble } from '../../domain/bureau/bureau-trouble.js';
import { BureauStateEnum, BureauTroubleEnum } from '../enums.type.js';

@InputType({ isAbstract: true })
abstract class OnInquiry {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly inquiryId!: string;
}

@InputType()
export class RetryBureauInquiryInput extends OnInquiry {}

@InputType()
export class CallOffBureauInquiryInput extends OnInquiry {
  @Field(() => String, { description: 'Why nobody has to answer it any more; without numbers of persons' })
  readonly reason!: string;
}

@ArgsType()
export class BureauInquiryFilterArgs {
  @Field(() => BureauStateEnum, { nullable: true })
  readonly state?: BureauState | null;

  @Field(() => BureauTroubleEnum, { nullable: true, description: 'What went wrong last' })
  readonly trouble?: BureauTrouble | null;

  @Field(() => Boolean, { nullable: true, description: 'Unanswered past their due moment (逾期未答复)' })
  readonly overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only a person can carry them on (待人工处理)' })
  readonly waitingForPerson?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}
