import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AmendApplication } from '../../use-cases/application/amend-application.use-case.js';
import { AttachDocument } from '../../use-cases/application/attach-document.use-case.js';
import { CreateApplication } from '../../use-cases/application/create-application.use-case.js';
import { JudgeDocument } from '../../use-cases/application/judge-document.use-case.js';
import { AmendApplicationInput, CreateApplicationInput } from './application.input.js';
import { AttachDocumentInput, JudgeDocumentInput } from './document.input.js';
import { LoanApplicationType } from './application.type.js';
import { LoanApplicationLoader } from './application.loader.js';

@ObjectType()
export class CreateApplicationPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class AmendApplicationPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class AttachDocumentPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class JudgeDocumentPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

/** The form and the papers of an application. */
@Resolver()
export class ApplicationFormResolver {
  constructor(
    private readonly applicationLoader: LoanApplicationLoader,
    private readonly createApplicationCase: CreateApplication,
    private readonly amendApplicationCase: AmendApplication,
    private readonly attachDocumentCase: AttachDocument,
    private readonly judgeDocumentCase: JudgeDocument,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CreateApplicationPayload, { description: 'Opens an application form (新建贷款申请)' })
  @Permit('sales.create-application')
  createApplication(@Args('input') input: CreateApplicationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.createApplicationCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AmendApplicationPayload, { description: 'Changes what is asked for (修改申请)' })
  @Permit('sales.amend-application')
  amendApplication(@Args('input') input: AmendApplicationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.amendApplicationCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AttachDocumentPayload, { description: 'Puts a verified file to the papers (提交资料)' })
  @Permit('sales.attach-document')
  attachDocument(@Args('input') input: AttachDocumentInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.attachDocumentCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => JudgeDocumentPayload, { description: 'Gives the three verdicts complete, true, valid (资料审核)' })
  @Permit('sales.judge-document')
  judgeDocument(@Args('input') input: JudgeDocumentInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.judgeDocumentCase.execute(context.actor, input)),
    }));
  }
}
