import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OpinionStance } from '@weilend/contracts';
import { answer, DateTime, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { OpinionRequestQueries } from '../queries/opinion-request.queries.js';
import { GiveLegalOpinion } from '../use-cases/give-legal-opinion/give-legal-opinion.use-case.js';
import { OpinionStanceEnum } from './enum.type.js';
import { LoanApplicationStub } from './stub.type.js';

@InputType({ isAbstract: true })
abstract class OnOpinion {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;
}

@InputType()
export class GiveLegalOpinionInput extends OnOpinion {
  @Field(() => OpinionStanceEnum)
  readonly stance!: OpinionStance;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly text!: string;
}

@InputType()
export class ReturnLegalOpinionInput extends OnOpinion {
  @Field(() => String, { description: 'Why there is no opinion' })
  readonly reason!: string;
}

@ObjectType('LegalOpinionRequest', { description: 'A question of the committee that waits for an opinion (贷审会征求意见)' })
export class LegalOpinionRequestType {
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
  @Field(() => [LegalOpinionRequestType], { nullable: true, description: 'What still waits for an opinion' })
  readonly opinionRequests?: readonly LegalOpinionRequestType[] | null;
}

@ObjectType()
export class GiveLegalOpinionPayload extends OpinionPayload {}

@ObjectType()
export class ReturnLegalOpinionPayload extends OpinionPayload {}

/** Opinions for the committee. */
@Resolver(() => LegalOpinionRequestType)
export class LegalOpinionResolver {
  constructor(
    private readonly requests: OpinionRequestQueries,
    private readonly opinionCase: GiveLegalOpinion,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [LegalOpinionRequestType], { description: 'Questions of the committee that wait for an opinion, oldest first' })
  @Permit('compliance.read-opinion-request')
  legalOpinionRequests() {
    return this.requests.open();
  }

  @Mutation(() => GiveLegalOpinionPayload, { description: 'Gives the committee the opinion it asked for (法律合规意见)' })
  @Permit('compliance.give-opinion')
  giveLegalOpinion(@Args('input') input: GiveLegalOpinionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.opinionCase.execute(context.actor, input));
  }

  @Mutation(() => ReturnLegalOpinionPayload, { description: 'Sends the question back to the committee (退回征求意见)' })
  @Permit('compliance.return-opinion')
  returnLegalOpinion(@Args('input') input: ReturnLegalOpinionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.opinionCase.sendBack(context.actor, input));
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() request: LegalOpinionRequestType) {
    return { id: request.applicationId };
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => {
      await act();
      return { opinionRequests: await this.requests.open() };
    });
  }
}
