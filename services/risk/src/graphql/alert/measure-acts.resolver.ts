import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CheckMeasure } from '../../use-cases/alert/check-measure.use-case.js';
import { HandOverMeasure } from '../../use-cases/alert/hand-over-measure.use-case.js';
import { LiftFreeze } from '../../use-cases/alert/lift-freeze.use-case.js';
import { CheckMeasurePayload, HandOverMeasurePayload, LiftFreezePayload } from '../payloads.type.js';
import { CheckMeasureInput, HandOverMeasureInput, LiftFreezeInput } from './risk-alert.input.js';
import { RiskAlertLoader } from './risk-alert.loader.js';
import { RiskAlertType } from './risk-alert.type.js';

/** A measure from its plan to its effect. */
@Resolver(() => RiskAlertType)
export class MeasureActsResolver {
  constructor(
    private readonly loader: RiskAlertLoader,
    private readonly handOverCase: HandOverMeasure,
    private readonly checkCase: CheckMeasure,
    private readonly liftCase: LiftFreeze,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => HandOverMeasurePayload, { description: 'Gives a measure to the department that carries it out (移交措施)' })
  @Permit('risk.hand-over-measure')
  handOverMeasure(@Args('input') input: HandOverMeasureInput, @Context() context: GraphContext) {
    return this.done(context, () => this.handOverCase.execute(context.actor, input));
  }

  @Mutation(() => CheckMeasurePayload, { description: 'Whether a measure worked, with what shows it (检查措施效果)' })
  @Permit('risk.check-measure')
  checkMeasure(@Args('input') input: CheckMeasureInput, @Context() context: GraphContext) {
    return this.done(context, () => this.checkCase.execute(context.actor, input));
  }

  @Mutation(() => LiftFreezePayload, { description: 'Another person than who decided on it lifts a freeze (解除冻结)' })
  @Permit('risk.lift-freeze')
  liftFreeze(@Args('input') input: LiftFreezeInput, @Context() context: GraphContext) {
    return this.done(context, () => this.liftCase.execute(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ riskAlert: await this.loader.byId(context, await act()) }));
  }
}
