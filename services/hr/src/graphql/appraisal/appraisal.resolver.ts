import { Args, Context, Float, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { figuresFrom } from '../../domain/appraisal/indicator.js';
import { scoreSheet } from '../../domain/appraisal/sheet.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalQueries } from '../../queries/appraisal/appraisal.queries.js';
import { CloseAppraisal } from '../../use-cases/appraisal/close-appraisal.use-case.js';
import { OpenAppraisal } from '../../use-cases/appraisal/open-appraisal.use-case.js';
import { PublishAppraisalScheme } from '../../use-cases/appraisal/publish-appraisal-scheme.use-case.js';
import { AppraisalFactLoader, AppraisalFiguresLoader, AppraisalSchemeLoader, AppraisalSheetLoader } from './appraisal.loader.js';
import {
  AppraisalFactType,
  AppraisalFiguresType,
  AppraisalLineType,
  AppraisalSheetConnection,
  AppraisalSheetType,
  CloseAppraisalInput,
  CloseAppraisalPayload,
  OpenAppraisalInput,
  OpenAppraisalPayload,
  ApproveAppraisalSchemeInput,
  ApproveAppraisalSchemePayload,
  PublishAppraisalSchemeInput,
  PublishAppraisalSchemePayload,
  SheetFilterArgs,
} from './appraisal.type.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';

@Resolver(() => AppraisalSheetType)
export class AppraisalResolver {
  constructor(
    private readonly appraisals: AppraisalQueries,
    private readonly sheets: AppraisalSheetLoader,
    private readonly publish: PublishAppraisalScheme,
    private readonly open: OpenAppraisal,
    private readonly close: CloseAppraisal,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => AppraisalSheetType, { nullable: true })
  @Permit('hr.read-appraisal')
  appraisalSheet(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.sheets.byId(context, id);
  }

  @Query(() => AppraisalSheetConnection, { name: 'appraisalSheets', description: 'Own sheets; all of them for managers and auditors' })
  @Permit('hr.read-appraisal')
  listAppraisalSheets(@Context() context: GraphContext, @Args() wanted: SheetFilterArgs) {
    return this.appraisals.sheetsOf(wanted, context.actor);
  }

  @Mutation(() => PublishAppraisalSchemePayload, {
    description: 'Propose a scheme; it counts when another person has approved it (提出考核方案)',
  })
  @Permit('hr.publish-appraisal-scheme')
  publishAppraisalScheme(@Args('input') input: PublishAppraisalSchemeInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ schemeId: await this.publish.execute(context.actor, input) }));
  }

  @Mutation(() => ApproveAppraisalSchemePayload, { description: 'Publish a scheme that somebody else proposed (批准发布考核方案)' })
  @Permit('hr.approve-appraisal-scheme')
  approveAppraisalScheme(@Args('input') input: ApproveAppraisalSchemeInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ schemeId: await this.publish.approve(context.actor, input) }));
  }

  @Mutation(() => OpenAppraisalPayload)
  @Permit('hr.open-appraisal')
  openAppraisal(@Args('input') input: OpenAppraisalInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      appraisal: await this.sheets.byId(context, await this.open.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CloseAppraisalPayload)
  @Permit('hr.close-appraisal')
  closeAppraisal(@Args('input') input: CloseAppraisalInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      appraisal: await this.sheets.byId(context, await this.close.execute(context.actor, input)),
    }));
  }
}

/** The figures of a sheet: frozen when closed, counted from the facts while open. */
@Resolver(() => AppraisalSheetType)
export class AppraisalSheetFieldsResolver {
  constructor(
    private readonly facts: AppraisalFactLoader,
    private readonly counted: AppraisalFiguresLoader,
    private readonly schemes: AppraisalSchemeLoader,
    private readonly employees: EmployeeLoader,
  ) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() sheet: AppraisalSheet, @Context() context: GraphContext) {
    return this.employees.byId(context, sheet.employeeId);
  }

  @ResolveField('facts', () => [AppraisalFactType], {
    description: 'What happened in the quarter; what is owed at its end is followed down by appraisalFacts and appraisalLoans',
  })
  factsOf(@Parent() sheet: AppraisalSheet, @Context() context: GraphContext) {
    return this.facts.of(context, `${sheet.employeeId}|${sheet.quarter}`);
  }

  @ResolveField(() => AppraisalFiguresType)
  async figures(@Parent() sheet: AppraisalSheet, @Context() context: GraphContext) {
    return sheet.figures ?? (await this.counted.firstOf(context, `${sheet.employeeId}|${sheet.quarter}`)) ?? figuresFrom([]);
  }

  @ResolveField(() => [AppraisalLineType])
  async lines(@Parent() sheet: AppraisalSheet, @Context() context: GraphContext) {
    return (await this.scored(sheet, context)).lines;
  }

  @ResolveField(() => Float, {
    description: 'Weighted score with four decimals, 100 is on target; with the adjustments, under the caps of the gates',
  })
  async total(@Parent() sheet: AppraisalSheet, @Context() context: GraphContext) {
    return (await this.scored(sheet, context)).total;
  }

  private async scored(sheet: AppraisalSheet, context: GraphContext) {
    if (sheet.state === 'CLOSED') return { total: sheet.total ?? 0, lines: sheet.lines };
    const scheme = await this.schemes.byId(context, sheet.schemeId);
    return scheme ? scoreSheet(sheet, scheme, await this.figures(sheet, context)) : { total: 0, lines: [] };
  }
}
