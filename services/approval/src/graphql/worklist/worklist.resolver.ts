import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { DateTime, LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { RegisterQueries } from '../../queries/decision/register.queries.js';
import { DashboardQueries } from '../../queries/worklist/dashboard.queries.js';
import { WorklistQueries } from '../../queries/worklist/worklist.queries.js';
import { ApprovalCaseConnection, ApprovalCaseType } from '../case/approval-case.type.js';
import { CommitteeSessionConnection } from '../committee/committee.type.js';
import { DecisionConnection } from '../decision/decision.type.js';
import { CommitteeDashboardType, RegisterArgs } from './worklist.type.js';

/** What members and the secretary have before them, and how the committee stands. */
@Resolver()
export class WorklistResolver {
  constructor(
    private readonly worklist: WorklistQueries,
    private readonly register: RegisterQueries,
    private readonly dashboards: DashboardQueries,
  ) {}

  @Query(() => [ApprovalCaseType], { description: 'Open cases that wait for one’s own vote, the most pressing first (待我表决)' })
  @Permit('approval.read-worklist')
  myOpenVotes(@Context() context: GraphContext) {
    return this.worklist.openVotes(context.actor);
  }

  @Query(() => ApprovalCaseConnection, { description: 'Open cases by their deadline, the most overdue first (按时限待审)' })
  @Permit('approval.read-worklist')
  approvalCasesByDeadline(
    @Args('until', { type: () => DateTime, nullable: true }) until: Date | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.worklist.byDeadline({ until, first, after });
  }

  @Query(() => CommitteeSessionConnection, { description: 'Sittings that are called, the next first (待开会议)' })
  @Permit('approval.read-session')
  committeeSessionsAhead(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.worklist.sessionsAhead({ first, after });
  }

  @Query(() => DecisionConnection, {
    description: 'The register of decisions, the latest first; a salesperson sees his own (审批决定登记簿)',
  })
  @Permit('approval.read-case')
  decisionRegister(@Args() wanted: RegisterArgs, @Context() context: GraphContext) {
    return this.register.register(wanted, context.actor);
  }

  @Query(() => DecisionConnection, { description: 'Approvals with a condition that is owed, the most overdue first (待落实条件)' })
  @Permit('approval.read-case')
  conditionsDue(
    @Args('until', { type: () => LocalDate, nullable: true }) until: LocalDateText | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: GraphContext,
  ) {
    return this.register.conditionsDue({ until, first, after }, context.actor);
  }

  @Query(() => CommitteeDashboardType, { description: 'How the committee stands, in one request (审批看板)' })
  @Permit('approval.read-dashboard')
  async committeeDashboard() {
    const { quorumRisks, ...board } = await this.dashboards.dashboard();
    return { ...board, quorumRisks: quorumRisks.map(({ approvalCase, outlook }) => ({ approvalCase, ...outlook })) };
  }
}

export const worklistResolvers = [WorklistResolver];
