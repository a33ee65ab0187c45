import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime, LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { Office } from '../../domain/member/member.js';
import type { Authority } from '../../domain/policy/policy.js';
import { AuthorityEnum, CommitteeOfficeEnum } from '../enum.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };
const companyUsual = { nullable: true, description: "The company's parameter when left out; INDIVIDUAL: 1/1" };

@InputType()
export class FractionInput {
  @Field(() => Int)
  readonly numerator!: number;

  @Field(() => Int)
  readonly denominator!: number;
}

@InputType()
export class AuthorityBandInput {
  @Field(() => AuthorityEnum)
  readonly authority!: Authority;

  @Field(() => Money, { description: 'Largest amount that the band decides' })
  readonly upTo!: number;

  @Field(() => Int)
  readonly membersNeeded!: number;

  @Field(() => FractionInput, companyUsual)
  readonly quorum?: FractionInput | null;

  @Field(() => FractionInput, companyUsual)
  readonly majority?: FractionInput | null;

  @Field(() => Boolean, { defaultValue: true })
  readonly chairVeto!: boolean;
}

@InputType()
export class ProductLimitInput {
  @Field(() => ID)
  readonly productId!: string;

  @Field(() => Money)
  readonly maxAmount!: number;
}

@InputType()
export class PublishPolicyInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out; never in the past' })
  readonly effectiveFrom?: LocalDateText | null;

  @Field(() => [AuthorityBandInput], { description: 'From the smallest amount to the largest' })
  readonly bands!: AuthorityBandInput[];

  @Field(() => [ProductLimitInput], { nullable: true })
  readonly productLimits?: ProductLimitInput[] | null;
}

@InputType()
export class AppointMemberInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => CommitteeOfficeEnum)
  readonly office!: Office;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly fromOn?: LocalDateText | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of office' })
  readonly toOn?: LocalDateText | null;
}

@InputType()
export class EndMembershipInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly memberId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly lastDay?: LocalDateText | null;
}

@InputType()
export class OpenCommitteeSessionInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => [ID], { description: 'The agenda: open cases, in order' })
  readonly caseIds!: string[];

  @Field(() => DateTime, { nullable: true, description: 'Now when left out' })
  readonly heldAt?: Date | null;
}

@InputType()
export class CloseCommitteeSessionInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly sessionId!: string;
}
