import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OpinionStance } from '@weilend/contracts';
import { answer, DateTime, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { OpinionRequestQueries } from '../queries/opinion-request.queries.js';
import { GiveFinanceOpinion } from '../use-cases/give-finance-opinion/give-finance-opinion.use-case.js';
import { LoanApplicationStub, OpinionStanceEnum } from './shared.type.js';

@InputType({ isAbstract: true })
abstract class OnOpinion {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;
}

@InputType()
export class GiveFinanceOpinionInput extends OnOpinion {
  @Field(() => OpinionStanceEnum)
  readonly stance!: OpinionStance;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly text!: string;
}

@InputType()
export class ReturnFinanceOpinionInput extends OnOpinion {
  @Field(() => String, { description: 'Why there is no opinion' })
  readonly reason!: string;
}

@ObjectType('FinanceOpinionRequest', { description: 'A question of the committee that waits for an opinion (贷审会征求意见)' })
export class FinanceOpinionRequestType {
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
  @Field(() => [FinanceOpinionRequestType], { nullable: true, description: 'What still waits for an opinion' })
  readonly opinionRequests?: readonly FinanceOpinionRequestType[] | null;
}

@ObjectType()
export class GiveFinanceOpinionPayload extends OpinionPayload {}

@ObjectType()
export class ReturnFinanceOpinionPayload extends OpinionPayload {}

/** Opinions for the committee. */
@Resolver(() => FinanceOpinionRequestType)
export class FinanceOpinionResolver {
  constructor(
    private readonly requests: OpinionRequestQueries,
    private readonly opinionCase: GiveFinanceOpinion,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [FinanceOpinionRequestType], { description: 'Questions of the committee that wait for an opinion, oldest first' })
  @Permit('finance.read-opinion-request')
  financeOpinionRequests() {
    return this.requests.open();
  }

  @Mutation(() => GiveFinanceOpinionPayload, { description: 'Gives the committee the opinion it asked for (财务部门意见)' })
  @Permit('finance.give-opinion')
  giveFinanceOpinion(@Args('input') input: GiveFinanceOpinionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.opinionCase.execute(context.actor, input));
  }

  @Mutation(() => ReturnFinanceOpinionPayload, { description: 'Sends the question back to the committee (退回征求意见)' })
  @Permit('finance.return-opinion')
  returnFinanceOpinion(@Args('input') input: ReturnFinanceOpinionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.opinionCase.sendBack(context.actor, input));
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() request: FinanceOpinionRequestType) {
    return { id: request.applicationId };
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => {
      await act();
      return { opinionRequests: await this.requests.open() };
    });
  }
}
