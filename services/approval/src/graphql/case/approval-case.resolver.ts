import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CaseQueries } from '../../queries/case/case.queries.js';
import {
  ApprovalCaseConnection,
  ApprovalCaseType,
  CommitteeRecusalView,
  CommitteeVetoView,
  CommitteeVoteView,
  TermsProposalView,
} from './approval-case.type.js';
import { ApprovalCaseLoader, CasesOfApplication, DecisionLoader, DecisionsOfApplication, DecisionsOfCase } from '../approval.loader.js';
import { ApprovalConditionView, DecisionType } from '../decision/decision.type.js';
import { ApprovalCaseStateEnum } from '../enum.type.js';
import { EmployeeStub, LoanApplicationStub } from '../stub.type.js';

@Resolver(() => ApprovalCaseType)
export class ApprovalCaseResolver {
  constructor(
    private readonly loader: ApprovalCaseLoader,
    private readonly decisionLoader: DecisionLoader,
    private readonly decisionsOfCase: DecisionsOfCase,
    private readonly cases: CaseQueries,
  ) {}

  @Query(() => ApprovalCaseType, { nullable: true })
  @Permit('approval.read-case')
  approvalCase(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => ApprovalCaseConnection, { description: 'Cases, newest first; a salesperson sees his own' })
  @Permit('approval.read-case')
  approvalCases(
    @Args('state', { type: () => ApprovalCaseStateEnum, nullable: true }) state: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: GraphContext,
  ) {
    return this.cases.list({ state, first, after }, context.actor);
  }

  @Query(() => DecisionType, { nullable: true })
  @Permit('approval.read-case')
  decision(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.decisionLoader.byId(context, id);
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() approvalCase: ApprovalCaseType) {
    return { id: approvalCase.applicationId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() approvalCase: ApprovalCaseType) {
    return { id: approvalCase.salespersonId };
  }

  @ResolveField(() => DecisionType, { nullable: true, name: 'decision' })
  decisionOfCase(@Parent() approvalCase: ApprovalCaseType, @Context() context: GraphContext) {
    return this.decisionsOfCase.firstOf(context, approvalCase.id);
  }
}

@Resolver(() => DecisionType)
export class DecisionResolver {
  constructor(private readonly cases: ApprovalCaseLoader) {}

  @ResolveField(() => ApprovalCaseType, { nullable: true, name: 'approvalCase' })
  caseOfDecision(@Parent() decision: DecisionType, @Context() context: GraphContext) {
    return this.cases.byId(context, decision.caseId);
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() decision: DecisionType) {
    return { id: decision.applicationId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  decidedBy(@Parent() decision: DecisionType) {
    return { id: decision.decidedBy };
  }
}

/** What approval adds to the application page. */
@Resolver(() => LoanApplicationStub)
export class ApplicationApprovalResolver {
  constructor(
    private readonly cases: CasesOfApplication,
    private readonly decisions: DecisionsOfApplication,
  ) {}

  @ResolveField(() => ApprovalCaseType, {
    nullable: true,
    name: 'approvalCase',
    description: 'The latest case about the application (审批案件)',
  })
  @Permit('approval.read-case')
  caseOfApplication(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.cases.firstOf(context, application.id);
  }

  @ResolveField(() => DecisionType, {
    nullable: true,
    name: 'decision',
    description: 'The latest decision about the application (审批决定)',
  })
  @Permit('approval.read-case')
  decisionOfApplication(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.decisions.firstOf(context, application.id);
  }
}

@Resolver(() => CommitteeVoteView)
export class CommitteeVoteResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  member(@Parent() vote: CommitteeVoteView) {
    return { id: vote.employeeId };
  }

  @ResolveField(() => EmployeeStub, {
    nullable: true,
    description: 'Whose seat it is: another than the voter when a substitute voted (席位)',
  })
  seatOf(@Parent() vote: CommitteeVoteView) {
    return { id: vote.seatOf };
  }
}

@Resolver(() => CommitteeRecusalView)
export class CommitteeRecusalResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  member(@Parent() recusal: CommitteeRecusalView) {
    return { id: recusal.employeeId };
  }
}

@Resolver(() => CommitteeVetoView)
export class CommitteeVetoResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  member(@Parent() veto: CommitteeVetoView) {
    return { id: veto.employeeId };
  }
}

@Resolver(() => TermsProposalView)
export class TermsProposalResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  proposedBy(@Parent() proposal: TermsProposalView) {
    return { id: proposal.proposedBy };
  }
}

@Resolver(() => ApprovalConditionView)
export class ApprovalConditionResolver {
  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who sees to the condition' })
  owner(@Parent() condition: ApprovalConditionView) {
    return { id: condition.ownerId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  confirmedBy(@Parent() condition: ApprovalConditionView) {
    return condition.confirmedBy ? { id: condition.confirmedBy } : null;
  }
}
