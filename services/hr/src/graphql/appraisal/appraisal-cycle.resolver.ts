import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { isCorrection } from '../../domain/indicator/hearing.js';
import { gatesOf } from '../../domain/appraisal/scheme.js';
import { cycleOf } from '../../domain/appraisal/sheet.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalQueries } from '../../queries/appraisal/appraisal.queries.js';
import { CalibrationQueries } from '../../queries/appraisal/calibration.queries.js';
import { CloseAppraisalQuarter } from '../../use-cases/appraisal/close-appraisal-quarter.use-case.js';
import { MoveAppraisal } from '../../use-cases/appraisal/move-appraisal.use-case.js';
import {
  AppealAppraisalInput,
  AppealAppraisalPayload,
  AppraisalAppealType,
  AppraisalEscalationType,
  AppraisalGateType,
  AppraisalQuarterType,
  AppraisalReviewType,
  AppraisalSchemeConnection,
  AppraisalSchemeType,
  AppraisalWordType,
  CloseAppraisalQuarterInput,
  CloseAppraisalQuarterPayload,
  DecideAppraisalAppealInput,
  DecideAppraisalAppealPayload,
  ReviewAppraisalInput,
  ReviewAppraisalPayload,
  StageEnum,
  ViewOwnAppraisalInput,
  ViewOwnAppraisalPayload,
} from './appraisal-cycle.type.js';
import {
  AppraisalFactLoader,
  AppraisalFiguresLoader,
  AppraisalQuarterLoader,
  AppraisalSchemeLoader,
  AppraisalSheetLoader,
} from './appraisal.loader.js';
import { AppraisalFactType, AppraisalSheetConnection, AppraisalSheetType, SheetsDueArgs } from './appraisal.type.js';
import { AppraisalCalibrationType } from './calibration.type.js';

const pageArg = { type: () => Int, nullable: true };
const afterArg = { type: () => String, nullable: true };

/** The steps of a sheet from its opening to its closing [5.5]. */
@Resolver(() => AppraisalSheetType)
export class AppraisalCycleResolver {
  constructor(
    private readonly sheets: AppraisalSheetLoader,
    private readonly quarters: AppraisalQuarterLoader,
    private readonly moves: MoveAppraisal,
    private readonly closeQuarter: CloseAppraisalQuarter,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ViewOwnAppraisalPayload, { description: 'Says what the person thinks of his own quarter (自评)' })
  @Permit('hr.view-own-appraisal')
  viewOwnAppraisal(@Args('input') input: ViewOwnAppraisalInput, @Context() context: GraphContext) {
    return this.moved(context, () => this.moves.view(context.actor, input));
  }

  @Mutation(() => ReviewAppraisalPayload, { description: 'Reviews a sheet, with a reason for each adjustment (主管复核)' })
  @Permit('hr.review-appraisal')
  reviewAppraisal(@Args('input') input: ReviewAppraisalInput, @Context() context: GraphContext) {
    return this.moved(context, () => this.moves.review(context.actor, input));
  }

  @Mutation(() => AppealAppraisalPayload, { description: 'Appeals against the review of the own sheet, once (申诉)' })
  @Permit('hr.appeal-appraisal')
  appealAppraisal(@Args('input') input: AppealAppraisalInput, @Context() context: GraphContext) {
    return this.moved(context, () => this.moves.appeal(context.actor, input));
  }

  @Mutation(() => DecideAppraisalAppealPayload, { description: 'Decides an appeal; not who reviewed the sheet (申诉处理)' })
  @Permit('hr.decide-appraisal-appeal')
  decideAppraisalAppeal(@Args('input') input: DecideAppraisalAppealInput, @Context() context: GraphContext) {
    return this.moved(context, () => this.moves.decide(context.actor, input));
  }

  @Mutation(() => CloseAppraisalQuarterPayload, { description: 'Begins to close all sheets of a quarter, once (季度关闭)' })
  @Permit('hr.close-appraisal-quarter')
  closeAppraisalQuarter(@Args('input') input: CloseAppraisalQuarterInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      appraisalQuarter: await this.quarters.byId(context, await this.closeQuarter.execute(context.actor, input)),
    }));
  }

  private moved(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ appraisal: await this.sheets.byId(context, await act()) }));
  }
}

/** What those look at who keep the cycle going. */
@Resolver(() => AppraisalSheetType)
export class AppraisalCycleQueriesResolver {
  constructor(
    private readonly appraisals: AppraisalQueries,
    private readonly calibration: CalibrationQueries,
  ) {}

  @Query(() => AppraisalSheetConnection, { description: 'Sheets on which the next step is owed, most overdue first' })
  @Permit('hr.read-appraisal')
  appraisalsDue(@Context() context: GraphContext, @Args() wanted: SheetsDueArgs) {
    return this.appraisals.due(wanted, context.actor);
  }

  @Query(() => AppraisalSchemeConnection, { description: 'The published schemes, newest first (考核方案)' })
  @Permit('hr.read-appraisal')
  appraisalSchemes(@Args('first', pageArg) first: number | null, @Args('after', afterArg) after: string | null) {
    return this.appraisals.schemes({ first, after });
  }

  @Query(() => AppraisalQuarterType, { nullable: true, description: 'A quarter of the company and how far its closing is' })
  @Permit('hr.read-appraisal')
  appraisalQuarter(@Args('quarter', { type: () => String }) quarter: string) {
    return this.appraisals.quarter(quarter);
  }

  @Query(() => AppraisalCalibrationType, { description: 'All scores of a quarter side by side (考核校准)' })
  @Permit('hr.read-appraisal-calibration')
  appraisalCalibration(@Args('quarter', { type: () => String }) quarter: string) {
    return this.calibration.of(quarter);
  }
}

/** What was said on the way, and what holds the score down. */
@Resolver(() => AppraisalSheetType)
export class AppraisalCycleFieldsResolver {
  constructor(
    private readonly facts: AppraisalFactLoader,
    private readonly counted: AppraisalFiguresLoader,
    private readonly schemes: AppraisalSchemeLoader,
  ) {}

  @ResolveField(() => StageEnum, { nullable: true })
  stage(@Parent() sheet: AppraisalSheet) {
    return cycleOf(sheet).stage;
  }

  @ResolveField(() => AppraisalWordType, { nullable: true })
  selfView(@Parent() sheet: AppraisalSheet) {
    return cycleOf(sheet).selfView;
  }

  @ResolveField(() => AppraisalReviewType, { nullable: true })
  review(@Parent() sheet: AppraisalSheet) {
    return cycleOf(sheet).review;
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'True when the person had said nothing of his quarter when it was reviewed' })
  reviewedWithoutSelfView(@Parent() sheet: AppraisalSheet) {
    return cycleOf(sheet).review?.withoutSelfView;
  }

  @ResolveField(() => [AppraisalEscalationType], { nullable: true, description: 'Steps that were not made in time (逾期记录)' })
  escalations(@Parent() sheet: AppraisalSheet) {
    return cycleOf(sheet).escalations ?? [];
  }

  @ResolveField(() => AppraisalAppealType, { nullable: true })
  appeal(@Parent() sheet: AppraisalSheet) {
    return cycleOf(sheet).appeal;
  }

  @ResolveField(() => AppraisalSchemeType, { nullable: true })
  scheme(@Parent() sheet: AppraisalSheet, @Context() context: GraphContext) {
    return this.schemes.byId(context, sheet.schemeId);
  }

  @ResolveField(() => [AppraisalGateType], { nullable: true, description: 'Gates that hold this score down' })
  async gates(@Parent() sheet: AppraisalSheet, @Context() context: GraphContext) {
    if (sheet.state === 'CLOSED') return sheet.gates ?? [];
    const scheme = await this.schemes.byId(context, sheet.schemeId);
    const figures = await this.counted.firstOf(context, `${sheet.employeeId}|${sheet.quarter}`);
    return scheme && figures ? gatesOf(scheme, figures) : [];
  }

  @ResolveField(() => [AppraisalFactType], {
    nullable: true,
    description: 'Facts of earlier quarters that were known after their closing and count here (更正)',
  })
  async corrections(@Parent() sheet: AppraisalSheet, @Context() context: GraphContext) {
    return (await this.facts.of(context, `${sheet.employeeId}|${sheet.quarter}`)).filter(isCorrection);
  }
}
