import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, DateTime, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';
import { RiskAlertQueries } from '../../queries/alert/risk-alert.queries.js';
import { AcknowledgeAlert } from '../../use-cases/alert/acknowledge-alert.use-case.js';
import { AssignAlertTracker } from '../../use-cases/alert/assign-alert-tracker.use-case.js';
import { RecordMeasure } from '../../use-cases/alert/record-measure.use-case.js';
import { ReportRisk } from '../../use-cases/alert/report-risk.use-case.js';
import { AcknowledgeAlertPayload, AssignAlertTrackerPayload, RecordMeasurePayload, ReportRiskPayload } from '../payloads.type.js';
import { CustomerStub, EmployeeStub, LoanApplicationStub, referOrNull } from '../references.type.js';
import {
  AcknowledgeAlertInput,
  AssignAlertTrackerInput,
  RecordMeasureInput,
  ReportRiskInput,
  RiskAlertFilterArgs,
} from './risk-alert.input.js';
import { RiskAlertLoader } from './risk-alert.loader.js';
import { measureView } from './measure-view.js';
import { RiskAlertConnection, RiskAlertType, RiskMeasureType } from './risk-alert.type.js';

@Resolver(() => RiskAlertType)
export class RiskAlertResolver {
  constructor(
    private readonly loader: RiskAlertLoader,
    private readonly reportCase: ReportRisk,
    private readonly acknowledgeCase: AcknowledgeAlert,
    private readonly trackerCase: AssignAlertTracker,
    private readonly measureCase: RecordMeasure,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ReportRiskPayload, { description: 'Anybody reports a risk he sees (风险报告)' })
  @Permit('risk.report-risk')
  reportRisk(@Args('input') input: ReportRiskInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      riskAlert: await this.loader.byId(context, await this.reportCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AcknowledgeAlertPayload)
  @Permit('risk.acknowledge-alert')
  acknowledgeAlert(@Args('input') input: AcknowledgeAlertInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      riskAlert: await this.loader.byId(context, await this.acknowledgeCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AssignAlertTrackerPayload)
  @Permit('risk.assign-alert-tracker')
  assignAlertTracker(@Args('input') input: AssignAlertTrackerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      riskAlert: await this.loader.byId(context, await this.trackerCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordMeasurePayload)
  @Permit('risk.record-measure')
  recordMeasure(@Args('input') input: RecordMeasureInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      riskAlert: await this.loader.byId(context, await this.measureCase.execute(context.actor, input)),
    }));
  }
}

@Resolver(() => RiskAlertType)
export class RiskAlertFieldsResolver {
  constructor(
    private readonly alerts: RiskAlertQueries,
    private readonly loader: RiskAlertLoader,
  ) {}

  @Query(() => RiskAlertType, { nullable: true })
  @Permit('risk.read-risk-alert')
  riskAlert(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => RiskAlertConnection, { name: 'riskAlerts', description: 'Newest first; highWithoutTracker is the exception list [7.5]' })
  @Permit('risk.read-risk-alert')
  listAlerts(@Args() filter: RiskAlertFilterArgs, @Context() context: GraphContext) {
    return this.alerts.list(filter, context.actor);
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() alert: RiskAlert) {
    return referOrNull(alert.applicationId);
  }

  @ResolveField(() => CustomerStub, { nullable: true })
  customer(@Parent() alert: RiskAlert) {
    return referOrNull(alert.customerId);
  }

  @ResolveField(() => String, { nullable: true, description: 'How it ended (办结说明)' })
  closingText(@Parent() alert: RiskAlert) {
    return alert.closing?.text ?? null;
  }

  @ResolveField(() => DateTime, { nullable: true })
  closedAt(@Parent() alert: RiskAlert) {
    return alert.closing?.at ?? null;
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  acknowledgedBy(@Parent() alert: RiskAlert) {
    return referOrNull(alert.acknowledgedBy);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Dedicated person (专人跟踪)' })
  tracker(@Parent() alert: RiskAlert) {
    return referOrNull(alert.trackerId);
  }

  @ResolveField(() => [RiskMeasureType])
  measures(@Parent() alert: RiskAlert) {
    return alert.measures.map(measureView);
  }
}
