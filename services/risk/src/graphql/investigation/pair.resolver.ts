import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, DateTime, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { nextCheckDueAt } from '../../domain/investigation/investigation-plan.js';
import { ConflictQueries } from '../../queries/investigation/conflict.queries.js';
import type { InvestigationView } from '../../queries/investigation/investigation.queries.js';
import { AssignProposedPair } from '../../use-cases/investigation/assign-proposed-pair.use-case.js';
import { PlanInvestigation } from '../../use-cases/investigation/plan-investigation.use-case.js';
import { ReplaceInvestigator } from '../../use-cases/investigation/replace-investigator.use-case.js';
import { AssignProposedPairPayload, PlanInvestigationPayload, ReplaceInvestigatorPayload } from '../payloads.type.js';
import { EmployeeStub, refer } from '../references.type.js';
import { InvestigationLoader } from './investigation.loader.js';
import { InvestigationType } from './investigation.type.js';
import { AssignProposedPairInput, PlanInvestigationInput, ReplaceInvestigatorInput } from './pair.input.js';
import { InvestigationPlanType, PairAssignmentType, PairProposalType, RankedCandidateType } from './pair.type.js';

/** Who investigates, and by which outline. */
@Resolver(() => InvestigationType)
export class PairResolver {
  constructor(
    private readonly loader: InvestigationLoader,
    private readonly conflicts: ConflictQueries,
    private readonly proposedCase: AssignProposedPair,
    private readonly replaceCase: ReplaceInvestigator,
    private readonly planCase: PlanInvestigation,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => PairProposalType, { nullable: true, description: 'Who would investigate by load and conflict, with reasons (双人分派建议)' })
  @Permit('risk.assign-proposed-pair')
  pairProposal(
    @Args('investigationId', { type: () => ID }) investigationId: string,
    @Args('absentIds', { type: () => [ID], nullable: true }) absentIds: string[] | null,
    @Context() context: GraphContext,
  ) {
    return this.conflicts.proposal(investigationId, absentIds ?? [], context.actor);
  }

  @Mutation(() => AssignProposedPairPayload, { description: 'Takes the proposed pair (按建议分派)' })
  @Permit('risk.assign-proposed-pair')
  assignProposedPair(@Args('input') input: AssignProposedPairInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.proposedCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReplaceInvestigatorPayload, { description: 'One of the two has left or is away (更换调查员)' })
  @Permit('risk.replace-investigator')
  replaceInvestigator(@Args('input') input: ReplaceInvestigatorInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.replaceCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => PlanInvestigationPayload, { description: 'Where the checks are made, with whom, by when (修订调查提纲)' })
  @Permit('risk.plan-investigation')
  planInvestigation(@Args('input') input: PlanInvestigationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.planCase.execute(context.actor, input)),
    }));
  }
}

/** What an investigation says of its pairs and outlines. */
@Resolver(() => InvestigationType)
export class PairFieldsResolver {
  @ResolveField(() => [PairAssignmentType], { description: 'Every pair it had, oldest first' })
  assignments(@Parent() investigation: InvestigationView) {
    return investigation.assignments;
  }

  @ResolveField(() => [InvestigationPlanType], { description: 'Every outline it had, oldest first; the last one is in force' })
  plans(@Parent() investigation: InvestigationView) {
    return investigation.plans;
  }

  @ResolveField(() => DateTime, { nullable: true, description: 'When the next check is due' })
  checkDueAt(@Parent() investigation: InvestigationView) {
    return nextCheckDueAt(investigation);
  }
}

@Resolver(() => PairAssignmentType)
export class PairAssignmentResolver {
  @ResolveField(() => [EmployeeStub])
  investigators(@Parent() assignment: PairAssignmentType) {
    return assignment.investigatorIds.map(refer);
  }

  @ResolveField(() => EmployeeStub)
  assignedBy(@Parent() assignment: PairAssignmentType) {
    return refer(assignment.assignedBy);
  }
}

@Resolver(() => InvestigationPlanType)
export class InvestigationPlanResolver {
  @ResolveField(() => EmployeeStub)
  plannedBy(@Parent() plan: InvestigationPlanType) {
    return refer(plan.plannedBy);
  }
}

@Resolver(() => RankedCandidateType)
export class RankedCandidateResolver {
  @ResolveField(() => EmployeeStub)
  employee(@Parent() candidate: RankedCandidateType) {
    return refer(candidate.employeeId);
  }
}

@Resolver(() => PairProposalType)
export class PairProposalResolver {
  @ResolveField(() => [EmployeeStub], { nullable: true, description: 'Null when there are not enough who may' })
  investigators(@Parent() proposal: PairProposalType) {
    return proposal.investigatorIds?.map(refer) ?? null;
  }
}
