import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RecordInspection } from '../../use-cases/after-loan/record-inspection.use-case.js';
import { ReportWarning } from '../../use-cases/after-loan/report-warning.use-case.js';
import { RecordInspectionInput } from '../application/application.input.js';
import { LoanApplicationType } from '../application/application.type.js';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { ReportWarningInput } from './warning.input.js';

@ObjectType()
export class RecordInspectionPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class ReportWarningPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

/** The care for a loan after the payout. */
@Resolver()
export class LoanCareResolver {
  constructor(
    private readonly applicationLoader: LoanApplicationLoader,
    private readonly recordInspectionCase: RecordInspection,
    private readonly reportWarningCase: ReportWarning,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RecordInspectionPayload, { description: 'Records an inspection after the payout (登记贷后检查)' })
  @Permit('sales.record-inspection')
  recordInspection(@Args('input') input: RecordInspectionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.recordInspectionCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReportWarningPayload, { description: 'Hands a warning sign to risk (上报风险预警)' })
  @Permit('sales.report-warning')
  reportWarning(@Args('input') input: ReportWarningInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applicationLoader.byId(context, await this.reportWarningCase.execute(context.actor, input)),
    }));
  }
}
