import { Args, Context, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ComplianceQueries } from '../queries/compliance.queries.js';
import { ConfirmViolation } from '../use-cases/confirm-violation/confirm-violation.use-case.js';
import { DismissViolation } from '../use-cases/dismiss-violation/dismiss-violation.use-case.js';
import { InvestigateViolation } from '../use-cases/investigate-violation/investigate-violation.use-case.js';
import { ReportViolation } from '../use-cases/report-violation/report-violation.use-case.js';
import { ViolationLoader } from './compliance.loader.js';
import { ViolationStateEnum } from './enum.type.js';
import { EmployeeStub, LoanApplicationStub } from './stub.type.js';
import { ConfirmViolationInput, DismissViolationInput, InvestigateViolationInput, ReportViolationInput } from './violation.input.js';
import { ViolationConnection, ViolationPayload, ViolationType } from './violation.type.js';

@ObjectType()
export class ReportViolationPayload extends ViolationPayload {}

@ObjectType()
export class InvestigateViolationPayload extends ViolationPayload {}

@ObjectType()
export class ConfirmViolationPayload extends ViolationPayload {}

@ObjectType()
export class DismissViolationPayload extends ViolationPayload {}

@Resolver(() => ViolationType)
export class ViolationResolver {
  constructor(
    private readonly loader: ViolationLoader,
    private readonly queries: ComplianceQueries,
  ) {}

  @Query(() => ViolationType, { nullable: true })
  @Permit('compliance.read-violation')
  violation(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => ViolationConnection, { description: 'Violations, newest first' })
  @Permit('compliance.read-violation')
  violations(
    @Args('state', { type: () => ViolationStateEnum, nullable: true }) state: string | null,
    @Args('aboutEmployeeId', { type: () => ID, nullable: true }) aboutEmployeeId: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.violations({ state, aboutEmployeeId, first, after });
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who is accused' })
  about(@Parent() { aboutId }: ViolationType) {
    return aboutId ? { id: aboutId } : null;
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  reportedBy(@Parent() violation: ViolationType) {
    return { id: violation.reportedBy };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  investigator(@Parent() { investigatorId }: ViolationType) {
    return investigatorId ? { id: investigatorId } : null;
  }

  @ResolveField(() => EmployeeStub, {
    name: 'closedBy',
    nullable: true,
    description: 'Who confirmed or dismissed it, never the investigator (认定人)',
  })
  closer(@Parent() { closedBy }: ViolationType) {
    return closedBy ? { id: closedBy } : null;
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() { applicationId }: ViolationType) {
    return applicationId ? { id: applicationId } : null;
  }
}

@Resolver()
export class ViolationActsResolver {
  constructor(
    private readonly loader: ViolationLoader,
    private readonly reportCase: ReportViolation,
    private readonly investigateCase: InvestigateViolation,
    private readonly confirmCase: ConfirmViolation,
    private readonly dismissCase: DismissViolation,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ReportViolationPayload, { description: 'Report a violation (举报违规)' })
  @Permit('compliance.report-violation')
  reportViolation(@Args('input') input: ReportViolationInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.reportCase.execute(context.actor, input));
  }

  @Mutation(() => InvestigateViolationPayload, { description: 'Take a report up (立案调查)' })
  @Permit('compliance.investigate-violation')
  investigateViolation(@Args('input') input: InvestigateViolationInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.investigateCase.execute(context.actor, input));
  }

  @Mutation(() => ConfirmViolationPayload, { description: 'The violation stands (认定违规)' })
  @Permit('compliance.confirm-violation')
  confirmViolation(@Args('input') input: ConfirmViolationInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.confirmCase.execute(context.actor, input));
  }

  @Mutation(() => DismissViolationPayload, { description: 'Nothing was found (不予认定)' })
  @Permit('compliance.dismiss-violation')
  dismissViolation(@Args('input') input: DismissViolationInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.dismissCase.execute(context.actor, input));
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ violation: await this.loader.byId(context, await act()) }));
  }
}
