import { Args, Context, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AnswerInformationRequest } from '../../use-cases/application/answer-information-request.use-case.js';
import { AnswerInformationRequestInput, ReturnInformationRequestInput } from './question.input.js';
import { LoanApplicationType } from './application.type.js';
import { SalesInformationAnswer } from './question.type.js';
import { LoanApplicationLoader } from './application.loader.js';
import { EmployeeStub } from '../stub.type.js';

@ObjectType()
export class AnswerInformationRequestPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class ReturnInformationRequestPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

/** Questions of the investigators. */
@Resolver(() => SalesInformationAnswer)
export class QuestionResolver {
  constructor(
    private readonly applicationLoader: LoanApplicationLoader,
    private readonly answerCase: AnswerInformationRequest,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AnswerInformationRequestPayload, { description: 'Answers a question of the investigators (答复风险部门征询)' })
  @Permit('sales.answer-information-request')
  answerInformationRequest(@Args('input') input: AnswerInformationRequestInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.answerCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReturnInformationRequestPayload, { description: 'Sends a question back that nobody can answer (退回征询)' })
  @Permit('sales.return-information-request')
  returnInformationRequest(@Args('input') input: ReturnInformationRequestInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.answerCase.sendBack(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  answeredBy(@Parent() given: SalesInformationAnswer) {
    return { id: given.by };
  }
}
