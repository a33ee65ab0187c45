import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime, LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { Office } from '../../domain/member/member.js';
import type { Authority, ConditionChangeRule, TieRule } from '../../domain/policy/policy.js';
import type { ConflictKind } from '../../domain/member/conflict.js';
import {
  AuthorityEnum,
  CommitteeOfficeEnum,
  ConditionChangeRuleEnum,
  ConflictKindEnum,
  CustomerTypeEnum,
  TieRuleEnum,
} from '../enum.type.js';

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

  @Field(() => TieRuleEnum, { nullable: true, description: 'REJECT when left out' })
  readonly tie?: TieRule | null;

  @Field(() => Int, { nullable: true, description: "The company's parameter approval.validity when left out" })
  readonly validityDays?: number | null;
}

@InputType()
export class CustomerRuleInput {
  @Field(() => CustomerTypeEnum)
  readonly customerType!: string;

  @Field(() => Money, { nullable: true })
  readonly maxAmount?: number | null;

  @Field(() => AuthorityEnum, { nullable: true, description: 'Decides at least, whatever the amount' })
  readonly leastAuthority?: Authority | null;
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

  @Field(() => [CustomerRuleInput], { nullable: true })
  readonly customerRules?: CustomerRuleInput[] | null;

  @Field(() => Int, { nullable: true })
  readonly maxConsecutiveTerms?: number | null;

  @Field(() => ConditionChangeRuleEnum, { nullable: true, description: 'VOTE when left out' })
  readonly conditionChange?: ConditionChangeRule | null;
}

@InputType({ isAbstract: true })
abstract class PolicyActInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly policyId!: string;
}

@InputType()
export class ApprovePolicyInput extends PolicyActInput {}

@InputType()
export class DropPolicyInput extends PolicyActInput {}

@InputType()
export class DeclareAbsenceInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'Oneself when left out; others by the chair or the secretary' })
  readonly employeeId?: string | null;

  @Field(() => LocalDate)
  readonly fromOn!: LocalDateText;

  @Field(() => LocalDate)
  readonly toOn!: LocalDateText;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class EndAbsenceInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly absenceId!: string;
}

@InputType()
export class DeclareCommitteeConflictInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'Oneself when left out; others by the chair or the secretary' })
  readonly employeeId?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ConflictKindEnum)
  readonly kind!: ConflictKind;
}

@InputType()
export class EndCommitteeConflictInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly conflictId!: string;

  @Field(() => String)
  readonly reason!: string;
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

  @Field(() => ID, { nullable: true, description: 'Of a substitute: the member whose seat it is' })
  readonly substituteFor?: string | null;
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

  @Field(() => [ID], { nullable: true, description: 'Who is there; everybody with a seat who is not away when left out' })
  readonly present?: string[] | null;
}

@InputType()
export class CallCommitteeSessionInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => [ID], { description: 'The agenda: open cases, in order' })
  readonly caseIds!: string[];

  @Field(() => DateTime)
  readonly heldAt!: Date;
}

@InputType()
export class StartCommitteeSessionInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => [ID], { nullable: true, description: 'Who came; everybody invited who is not away when left out' })
  readonly present?: string[] | null;
}

@InputType()
export class CancelCommitteeSessionInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class CloseCommitteeSessionInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly sessionId!: string;
}
