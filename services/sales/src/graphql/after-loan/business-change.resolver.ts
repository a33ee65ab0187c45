import { Args, Context, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ApplicationQueries } from '../../queries/application/application.queries.js';
import { AcknowledgeWarning } from '../../use-cases/after-loan/acknowledge-warning.use-case.js';
import { RecordBusinessChange } from '../../use-cases/after-loan/record-business-change.use-case.js';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { LoanApplicationConnection, LoanApplicationType } from '../application/application.type.js';
import { SurveyPageArgs } from '../care/survey.input.js';
import { EmployeeStub } from '../stub.type.js';
import { ChangesOfApplication } from './business-change.loader.js';
import { BusinessChangeType, RecordBusinessChangeInput, WorsenedFigureType } from './business-change.type.js';
import { AcknowledgeWarningInput } from './warning.input.js';
import { WarningAcknowledgementType } from './warning.type.js';

@ObjectType()
export class RecordBusinessChangePayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

@ObjectType()
export class AcknowledgeWarningPayload extends MutationPayload {
  @Field(() => LoanApplicationType, { nullable: true })
  readonly application?: LoanApplicationType | null;
}

/** How the business of a borrower is watched, and what the superior says to warnings. */
@Resolver(() => LoanApplicationType)
export class LoanWatchResolver {
  constructor(
    private readonly applications: LoanApplicationLoader,
    private readonly queries: ApplicationQueries,
    private readonly changesOf: ChangesOfApplication,
    private readonly changeCase: RecordBusinessChange,
    private readonly acknowledgeCase: AcknowledgeWarning,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => LoanApplicationConnection, {
    description: 'Applications with a warning that the superior has not acknowledged, most overdue first (待确认预警)',
  })
  @Permit('sales.read-task')
  applicationsWithOpenWarnings(@Args() page: SurveyPageArgs, @Context() context: GraphContext) {
    return this.queries.withOpenWarnings(page, context.actor);
  }

  @Mutation(() => RecordBusinessChangePayload, { description: 'How the business has changed, beside what was known (登记经营与财务变化)' })
  @Permit('sales.record-business-change')
  recordBusinessChange(@Args('input') input: RecordBusinessChangeInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applications.byId(context, await this.changeCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AcknowledgeWarningPayload, { description: 'The superior knows and says what sales does meanwhile (确认风险预警)' })
  @Permit('sales.acknowledge-warning')
  acknowledgeWarning(@Args('input') input: AcknowledgeWarningInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      application: await this.applications.byId(context, await this.acknowledgeCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => [BusinessChangeType], { description: 'Newest first' })
  businessChanges(@Parent() application: LoanApplicationType, @Context() context: GraphContext) {
    return this.changesOf.of(context, application.id);
  }
}

@Resolver(() => BusinessChangeType)
export class BusinessChangeResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  recordedBy(@Parent() change: BusinessChangeType) {
    return { id: change.recordedBy };
  }
}

@Resolver(() => WorsenedFigureType)
export class WorsenedFigureResolver {
  @ResolveField(() => String)
  figure(@Parent() worsened: WorsenedFigureType) {
    return worsened.figure.replace(/Fen$/, '');
  }
}

@Resolver(() => WarningAcknowledgementType)
export class WarningAcknowledgementResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  acknowledgedBy(@Parent() acknowledgement: WarningAcknowledgementType) {
    return { id: acknowledgement.by };
  }
}
