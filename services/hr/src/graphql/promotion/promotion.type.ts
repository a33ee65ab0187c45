import { ArgsType, Directive, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import type { Level } from '../../domain/career/ladder.js';
import { PROMOTION_CRITERIA } from '../../domain/promotion/eligibility.js';
import type { Eligibility } from '../../domain/promotion/eligibility.js';
import type { PromotionState } from '../../domain/promotion/promotion.machine.js';
import { CareerLevelEnum } from '../career/career-enums.type.js';
import { OfPersonArgs, PageArgs } from '../career/career.input.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
const PromotionCriterionEnum = same(PROMOTION_CRITERIA);
registerEnumType(PromotionCriterionEnum, { name: 'PromotionCriterion', description: 'What a promotion is judged by (晋升条件)' });
const PromotionStateEnum = same(['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN']);
registerEnumType(PromotionStateEnum, { name: 'PromotionState', description: 'State of a promotion (晋升状态)' });

@ObjectType('PromotionReason', { description: 'One reason for or against, with what it was read from' })
export class PromotionReasonType {
  @Field(() => PromotionCriterionEnum)
  readonly criterion!: string;

  @Field(() => Boolean)
  readonly met!: boolean;

  @Field(() => String, { description: 'As the ladder asks for it' })
  readonly needed!: string;

  @Field(() => String, { description: 'As it is' })
  readonly actual!: string;

  @Field(() => [ID], { description: 'Violations or training sessions' })
  readonly aboutIds!: readonly string[];

  readonly sheetIds!: readonly string[];
}

@ObjectType('PromotionEligibility', { description: 'Whether a person may be promoted, with every reason (晋升资格)' })
export class EligibilityType {
  @Field(() => ID, { description: 'The ladder that was judged by' })
  readonly ladderId!: string;

  @Field(() => CareerLevelEnum)
  readonly level!: string;

  @Field(() => CareerLevelEnum, { nullable: true, description: 'Null on the highest level' })
  readonly target!: string | null;

  @Field(() => Boolean)
  readonly eligible!: boolean;

  @Field(() => Boolean, { description: 'By a severe violation: no exception helps' })
  readonly blocked!: boolean;

  readonly employeeId!: string;
  readonly findings!: Eligibility['findings'];
}
export const EligibilityConnection = connectionOf(EligibilityType, 'PromotionEligibility');

@ObjectType('PromotionWord', { description: 'Who said so, why and when' })
export class PromotionWordType {
  @Field(() => LocalDate)
  readonly on!: string;

  @Field(() => String)
  readonly reason!: string;

  readonly by!: string;
}

@ObjectType('Promotion', { description: 'Promotion of a person to the next level (晋升)' })
@Directive('@key(fields: "id")')
@Permit('hr.read-promotion')
export class PromotionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CareerLevelEnum)
  readonly fromLevel!: string;

  @Field(() => CareerLevelEnum)
  readonly toLevel!: string;

  @Field(() => PromotionStateEnum)
  readonly state!: string;

  @Field(() => LocalDate)
  readonly proposedOn!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'Why it should be granted although the person is not eligible (特批理由)' })
  readonly exceptionAsked!: string | null;

  @Field(() => PromotionWordType, { nullable: true, description: 'By a third person (特批)' })
  readonly exception!: PromotionWordType | null;

  @Field(() => EligibilityType, { description: 'On the day of the proposal, then on that of the approval' })
  readonly eligibility!: EligibilityType;

  @Field(() => PromotionWordType, { nullable: true, description: 'Decision or withdrawal' })
  readonly decision!: PromotionWordType | null;

  readonly employeeId!: string;
  readonly proposedBy!: string;
}
export const PromotionConnection = connectionOf(PromotionType, 'Promotion');

@InputType()
export class ProposePromotionInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'Asks for an exception when the person is not eligible' })
  readonly exceptionReason?: string | null;
}

@InputType({ isAbstract: true })
abstract class OnPromotion {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly promotionId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class GrantPromotionExceptionInput extends OnPromotion {}

@InputType()
export class WithdrawPromotionInput extends OnPromotion {}

@InputType()
export class DecidePromotionInput extends OnPromotion {
  @Field(() => Boolean, { description: 'False rejects it' })
  readonly approve!: boolean;
}

@ArgsType()
export class CandidateArgs extends PageArgs {
  @Field(() => CareerLevelEnum, { nullable: true, description: 'Those who stand on this level' })
  readonly level?: Level | null;
}

@ArgsType()
export class PromotionArgs extends OfPersonArgs {
  @Field(() => PromotionStateEnum, { nullable: true })
  readonly state?: PromotionState | null;
}

@ObjectType({ isAbstract: true })
abstract class PromotionPayload extends MutationPayload {
  @Field(() => PromotionType, { nullable: true })
  readonly promotion?: PromotionType | null;
}

@ObjectType()
export class ProposePromotionPayload extends PromotionPayload {}

@ObjectType()
export class GrantPromotionExceptionPayload extends PromotionPayload {}

@ObjectType()
export class WithdrawPromotionPayload extends PromotionPayload {}

@ObjectType()
export class DecidePromotionPayload extends PromotionPayload {}
