import { Args, Context, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { ComplianceQueries } from '../queries/compliance.queries.js';
import { ApproveParameter } from '../use-cases/approve-parameter/approve-parameter.use-case.js';
import { ProposeParameter } from '../use-cases/propose-parameter/propose-parameter.use-case.js';
import { RejectParameter } from '../use-cases/reject-parameter/reject-parameter.use-case.js';
import { ParameterLoader } from './compliance.loader.js';
import { ApproveParameterInput, ProposeParameterInput, RejectParameterInput } from './parameter.input.js';
import { ParameterPayload, ParameterType } from './parameter.type.js';
import { EmployeeStub } from './stub.type.js';

@ObjectType()
export class ProposeParameterPayload extends ParameterPayload {}

@ObjectType()
export class ApproveParameterPayload extends ParameterPayload {}

@ObjectType()
export class RejectParameterPayload extends ParameterPayload {}

@Resolver(() => ParameterType)
export class ParameterResolver {
  constructor(
    private readonly loader: ParameterLoader,
    private readonly queries: ComplianceQueries,
    private readonly proposeCase: ProposeParameter,
    private readonly approveCase: ApproveParameter,
    private readonly rejectCase: RejectParameter,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [ParameterType], { description: 'The values in force on a date, one for each key (现行参数)' })
  @Permit('compliance.read-parameter')
  parameters(@Args('asOf', { type: () => LocalDate, nullable: true }) asOf: LocalDateText | null) {
    return this.queries.parameters(asOf ?? null);
  }

  @Query(() => [ParameterType], { description: 'Every published value of a key, the latest date first' })
  @Permit('compliance.read-parameter')
  parameterHistory(@Args('key', { type: () => String }) key: string) {
    return this.queries.parameterHistory(key);
  }

  @Query(() => [ParameterType], { description: 'Values that wait for a second person' })
  @Permit('compliance.read-parameter')
  parameterProposals() {
    return this.queries.parameterProposals();
  }

  @Mutation(() => ProposeParameterPayload, { description: 'Propose a dated value with its basis (提议参数)' })
  @Permit('compliance.propose-parameter')
  proposeParameter(@Args('input') input: ProposeParameterInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.proposeCase.execute(context.actor, input));
  }

  @Mutation(() => ApproveParameterPayload, { description: 'Publish a value that somebody else proposed (批准参数)' })
  @Permit('compliance.approve-parameter')
  approveParameter(@Args('input') input: ApproveParameterInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.approveCase.execute(context.actor, input));
  }

  @Mutation(() => RejectParameterPayload, { description: 'Turn a proposal down (否决参数)' })
  @Permit('compliance.reject-parameter')
  rejectParameter(@Args('input') input: RejectParameterInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.rejectCase.execute(context.actor, input));
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Null for the values that a company starts with' })
  proposedBy(@Parent() { proposedBy }: ParameterType) {
    return proposedBy ? { id: proposedBy } : null;
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  approvedBy(@Parent() { approvedBy }: ParameterType) {
    return approvedBy ? { id: approvedBy } : null;
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ parameter: await this.loader.byId(context, await act()) }));
  }
}
