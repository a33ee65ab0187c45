import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { PassFirstCheck } from '../../use-cases/application/pass-first-check.use-case.js';
import { ReturnApplication } from '../../use-cases/application/return-application.use-case.js';
import { StartCheck } from '../../use-cases/application/start-check.use-case.js';
import { SubmitApplication } from '../../use-cases/application/submit-application.use-case.js';
import {
  PassFirstCheckInput,
  ResubmitApplicationInput,
  ReturnApplicationInput,
  StartCheckInput,
  SubmitApplicationInput,
} from './application.input.js';
import { LoanApplicationType } from './application.type.js';
import { LoanApplicationLoader } from './application.loader.js';

@ObjectType()
export class SubmitApplicationPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class ResubmitApplicationPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class StartCheckPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class ReturnApplicationPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class PassFirstCheckPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

/** The first check. */
@Resolver()
export class FirstCheckResolver {
  constructor(
    private readonly applicationLoader: LoanApplicationLoader,
    private readonly submitApplicationCase: SubmitApplication,
    private readonly startCheckCase: StartCheck,
    private readonly returnApplicationCase: ReturnApplication,
    private readonly passFirstCheckCase: PassFirstCheck,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => SubmitApplicationPayload, { description: 'Hands an application in through gate G1 (提交申请)' })
  @Permit('sales.submit-application')
  submitApplication(@Args('input') input: SubmitApplicationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.submitApplicationCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ResubmitApplicationPayload, { description: 'Hands a returned application in again (补正后重新提交)' })
  @Permit('sales.submit-application')
  resubmitApplication(@Args('input') input: ResubmitApplicationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.submitApplicationCase.resubmit(context.actor, input)),
    }));
  }

  @Mutation(() => StartCheckPayload, { description: 'Begins the first check (开始初审)' })
  @Permit('sales.start-check')
  startCheck(@Args('input') input: StartCheckInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.startCheckCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReturnApplicationPayload, { description: 'Returns an application with reasons and deadline (退回补正)' })
  @Permit('sales.return-application')
  returnApplication(@Args('input') input: ReturnApplicationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.returnApplicationCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => PassFirstCheckPayload, { description: 'Passes an application on to risk (初审通过)' })
  @Permit('sales.pass-first-check')
  passFirstCheck(@Args('input') input: PassFirstCheckInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.passFirstCheckCase.execute(context.actor, input)),
    }));
  }
}
