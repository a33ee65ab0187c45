import { Args, Context, Field, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, DateTime, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import type { ApprovalCase } from '../../domain/case/approval-case.js';
import { isLate } from '../../domain/case/opinion.js';
import type { OpinionGiver } from '../../domain/case/opinion.js';
import { RequestOpinion } from '../../use-cases/opinion/request-opinion.use-case.js';
import { CaseAct } from '../case/approval-case.input.js';
import { ApprovalCaseType } from '../case/approval-case.type.js';
import { ApprovalCaseLoader } from '../approval.loader.js';
import { DecisionType } from '../decision/decision.type.js';
import { OpinionAnswerKindEnum, OpinionGiverEnum, OpinionStanceEnum } from '../enum.type.js';
import { CasePayload } from '../payload.type.js';
import { EmployeeStub } from '../stub.type.js';

@InputType()
export class RequestOpinionInput extends CaseAct {
  @Field(() => OpinionGiverEnum)
  readonly department!: OpinionGiver;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly question!: string;
}

@ObjectType('OpinionAnswer', { description: 'What a department said (部门答复)' })
export class OpinionAnswerView {
  @Field(() => OpinionAnswerKindEnum)
  readonly kind!: string;

  @Field(() => OpinionStanceEnum, { nullable: true })
  readonly stance!: string | null;

  @Field(() => String, { description: 'The opinion, or why there is none' })
  readonly text!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string | null;
}

@ObjectType('DepartmentOpinion', { description: 'An opinion that the committee asked of a department (部门意见)' })
export class DepartmentOpinionView {
  @Field(() => OpinionGiverEnum)
  readonly department!: string;

  @Field(() => String)
  readonly handoffId!: string;

  @Field(() => String)
  readonly question!: string;

  @Field(() => DateTime)
  readonly askedAt!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => Boolean, { description: 'Answered after it was due, or due and not answered' })
  readonly late!: boolean;

  @Field(() => OpinionAnswerView, { nullable: true })
  readonly answer!: OpinionAnswerView | null;

  readonly askedBy!: string;
}

@ObjectType()
export class RequestOpinionPayload extends CasePayload {}

/** Opinions of the departments on a case. */
@Resolver(() => ApprovalCaseType)
export class OpinionResolver {
  constructor(
    private readonly loader: ApprovalCaseLoader,
    private readonly requestCase: RequestOpinion,
    private readonly texts: RefusalTexts,
    private readonly clock: BusinessClock,
  ) {}

  @Mutation(() => RequestOpinionPayload, { description: 'Asks a department what it thinks of the application (征求部门意见)' })
  @Permit('approval.request-opinion')
  requestOpinion(@Args('input') input: RequestOpinionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      approvalCase: await this.loader.byId(context, await this.requestCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => [DepartmentOpinionView], { description: 'Opinions asked of other departments, oldest first' })
  opinions(@Parent() approvalCase: ApprovalCase) {
    const now = this.clock.now();
    return approvalCase.opinions.map((one) => ({ ...one, late: isLate(one, now) }));
  }
}

/** The opinions that the committee had, or waited for, when it decided. */
@Resolver(() => DecisionType)
export class DecisionOpinionResolver {
  constructor(
    private readonly loader: ApprovalCaseLoader,
    private readonly clock: BusinessClock,
  ) {}

  @ResolveField(() => [DepartmentOpinionView], { nullable: true, description: 'Opinions of the departments, late ones flagged' })
  async opinions(@Parent() decision: DecisionType, @Context() context: GraphContext) {
    const approvalCase = await this.loader.byId(context, decision.caseId);
    return approvalCase?.opinions.map((one) => ({ ...one, late: isLate(one, this.clock.now()) }));
  }
}

@Resolver(() => DepartmentOpinionView)
export class DepartmentOpinionResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  askedBy(@Parent() opinion: DepartmentOpinionView) {
    return { id: opinion.askedBy };
  }
}

@Resolver(() => OpinionAnswerView)
export class OpinionAnswerResolver {
  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who of the department answered' })
  by(@Parent() given: OpinionAnswerView) {
    return given.by && { id: given.by };
  }
}

export const opinionResolvers = [OpinionResolver, DecisionOpinionResolver, DepartmentOpinionResolver, OpinionAnswerResolver];
