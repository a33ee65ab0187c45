import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { AlertAssessment } from '../../domain/alert/risk-alert.js';
import { AssessAlert } from '../../use-cases/alert/assess-alert.use-case.js';
import { CloseAlert } from '../../use-cases/alert/close-alert.use-case.js';
import { EscalateAlert } from '../../use-cases/alert/escalate-alert.use-case.js';
import { AssessAlertPayload, CloseAlertPayload, EscalateAlertPayload } from '../payloads.type.js';
import { EmployeeStub, refer } from '../references.type.js';
import { AssessAlertInput, CloseAlertInput, EscalateAlertInput } from './risk-alert.input.js';
import { RiskAlertLoader } from './risk-alert.loader.js';
import { AlertAssessmentType, RiskAlertType } from './risk-alert.type.js';

/** An alert from its assessment to its end. */
@Resolver(() => RiskAlertType)
export class AlertStepsResolver {
  constructor(
    private readonly loader: RiskAlertLoader,
    private readonly assessCase: AssessAlert,
    private readonly escalateCase: EscalateAlert,
    private readonly closeCase: CloseAlert,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AssessAlertPayload, { description: 'How likely the loss is and how much; another level needs its reason (评估预警)' })
  @Permit('risk.assess-alert')
  assessAlert(@Args('input') input: AssessAlertInput, @Context() context: GraphContext) {
    return this.done(context, () => this.assessCase.execute(context.actor, input));
  }

  @Mutation(() => EscalateAlertPayload, { description: 'Takes an alert further; a HIGH one becomes a meeting (上报预警)' })
  @Permit('risk.escalate-alert')
  escalateAlert(@Args('input') input: EscalateAlertInput, @Context() context: GraphContext) {
    return this.done(context, () => this.escalateCase.execute(context.actor, input));
  }

  @Mutation(() => CloseAlertPayload, { description: 'Ends an alert whose measures were all checked for their effect (关闭预警)' })
  @Permit('risk.close-alert')
  closeAlert(@Args('input') input: CloseAlertInput, @Context() context: GraphContext) {
    return this.done(context, () => this.closeCase.execute(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ riskAlert: await this.loader.byId(context, await act()) }));
  }
}

@Resolver(() => AlertAssessmentType)
export class AssessmentResolver {
  @ResolveField(() => EmployeeStub)
  assessedBy(@Parent() assessment: AlertAssessment) {
    return refer(assessment.by);
  }
}
