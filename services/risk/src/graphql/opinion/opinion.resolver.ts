import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OpinionStance } from '@weilend/contracts';
import { answer, DateTime, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { OpinionRequestQueries } from '../../queries/opinion/opinion-request.queries.js';
import { GiveRiskOpinion } from '../../use-cases/opinion/give-risk-opinion.use-case.js';
import { OpinionStanceEnum } from '../enums.type.js';
import { LoanApplicationStub } from '../references.type.js';

@InputType({ isAbstract: true })
abstract class OnOpinion {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;
}

@InputType()
export class GiveRiskOpinionInput extends OnOpinion {
  @Field(() => OpinionStanceEnum)
  readonly stance!: OpinionStance;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly text!: string;
}

@InputType()
export class ReturnRiskOpinionInput extends OnOpinion {
  @Field(() => String, { description: 'Why there is no opinion' })
  readonly reason!: string;
}

@ObjectType('RiskOpinionRequest', { description: 'A question of the committee that waits for an opinion (贷审会征求意见)' })
export class RiskOpinionRequestType {
  @Field(() => ID)
  readonly handoffId!: string;

  @Field(() => String)
  readonly question!: string;

  @Field(() => DateTime)
  readonly askedAt!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  readonly applicationId!: string;
}

@ObjectType({ isAbstract: true })
abstract class OpinionPayload extends MutationPayload {
  @Field(() => [RiskOpinionRequestType], { nullable: true, description: 'What still waits for an opinion' })
  readonly opinionRequests?: readonly RiskOpinionRequestType[] | null;
}

@ObjectType()
export class GiveRiskOpinionPayload extends OpinionPayload {}

@ObjectType()
export class ReturnRiskOpinionPayload extends OpinionPayload {}

/** Opinions for the committee. */
@Resolver(() => RiskOpinionRequestType)
export class RiskOpinionResolver {
  constructor(
    private readonly requests: OpinionRequestQueries,
    private readonly opinionCase: GiveRiskOpinion,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [RiskOpinionRequestType], { description: 'Questions of the committee that wait for an opinion, oldest first' })
  @Permit('risk.read-opinion-request')
  riskOpinionRequests() {
    return this.requests.open();
  }

  @Mutation(() => GiveRiskOpinionPayload, { description: 'Gives the committee the opinion it asked for (风险部门意见)' })
  @Permit('risk.give-opinion')
  giveRiskOpinion(@Args('input') input: GiveRiskOpinionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.opinionCase.execute(context.actor, input));
  }

  @Mutation(() => ReturnRiskOpinionPayload, { description: 'Sends the question back to the committee (退回征求意见)' })
  @Permit('risk.return-opinion')
  returnRiskOpinion(@Args('input') input: ReturnRiskOpinionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.opinionCase.sendBack(context.actor, input));
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() request: RiskOpinionRequestType) {
    return { id: request.applicationId };
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => {
      await act();
      return { opinionRequests: await this.requests.open() };
    });
  }
}
