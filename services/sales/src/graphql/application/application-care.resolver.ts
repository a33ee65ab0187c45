import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RecordConditionEvidence } from '../../use-cases/application/record-condition-evidence.use-case.js';
import { RecordCustomerInformed } from '../../use-cases/application/record-customer-informed.use-case.js';
import { ReportFalsification } from '../../use-cases/application/report-falsification.use-case.js';
import { WithdrawApplication } from '../../use-cases/application/withdraw-application.use-case.js';
import {
  RecordConditionEvidenceInput,
  RecordCustomerInformedInput,
  ReportFalsificationInput,
  WithdrawApplicationInput,
} from './application.input.js';
import { LoanApplicationType } from './application.type.js';
import { LoanApplicationLoader } from './application.loader.js';

@ObjectType()
export class WithdrawApplicationPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class RecordConditionEvidencePayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class RecordCustomerInformedPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class ReportFalsificationPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

/** What happens to an application beside its way through the line. */
@Resolver()
export class ApplicationCareResolver {
  constructor(
    private readonly applicationLoader: LoanApplicationLoader,
    private readonly withdrawApplicationCase: WithdrawApplication,
    private readonly recordConditionEvidenceCase: RecordConditionEvidence,
    private readonly recordCustomerInformedCase: RecordCustomerInformed,
    private readonly reportFalsificationCase: ReportFalsification,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => WithdrawApplicationPayload, {
    description: 'The customer takes his application back; after signing finance decides (撤回申请)',
  })
  @Permit('sales.withdraw-application')
  withdrawApplication(@Args('input') input: WithdrawApplicationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.withdrawApplicationCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordConditionEvidencePayload, { description: 'Evidence for a condition of the approval (落实审批条件)' })
  @Permit('sales.record-condition-evidence')
  recordConditionEvidence(@Args('input') input: RecordConditionEvidenceInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.recordConditionEvidenceCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordCustomerInformedPayload, { description: 'The customer was told, by whom, when and how (告知客户)' })
  @Permit('sales.record-customer-informed')
  recordCustomerInformed(@Args('input') input: RecordCustomerInformedInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.recordCustomerInformedCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReportFalsificationPayload, { description: 'Reports a false statement (报告虚假陈述)' })
  @Permit('sales.report-falsification')
  reportFalsification(@Args('input') input: ReportFalsificationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.reportFalsificationCase.execute(context.actor, input)),
    }));
  }
}
