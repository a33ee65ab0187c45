import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { TeamQueries } from '../../queries/team/team.queries.js';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { LoanApplicationType } from '../application/application.type.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { LeadLoader } from '../acquisition/acquisition.loader.js';
import { LeadType } from '../acquisition/lead.type.js';
import { EmployeeStub } from '../stub.type.js';
import { WorkLogConnection, WorkLogEntry, WorkLogReview, WorkLogType } from './team.type.js';

@ArgsType()
class WorkLogsArgs {
  @Field(() => LocalDate, { nullable: true })
  readonly day?: LocalDateText | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => WorkLogType)
class WorkLogResolver {
  constructor(private readonly queries: TeamQueries) {}

  @Query(() => WorkLogConnection, { description: "Work logs, newest first: the team's for the manager, one's own otherwise" })
  @Permit('sales.read-work-log')
  workLogs(@Args() wanted: WorkLogsArgs, @Context() context: GraphContext) {
    return this.queries.workLogs(wanted, context.actor);
  }

  @Query(() => [EmployeeStub], { description: 'Salespeople who have handed in no log of a day (未交日志)' })
  @Permit('sales.read-missing-work-log')
  async salespeopleWithoutWorkLog(@Args('day', { type: () => LocalDate }) day: LocalDateText) {
    return (await this.queries.withoutWorkLog(day)).map((id) => ({ id }));
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() log: WorkLogType) {
    return { id: log.employeeId };
  }
}

@Resolver(() => WorkLogEntry)
class WorkLogEntryResolver {
  constructor(
    private readonly customers: CustomerLoader,
    private readonly leads: LeadLoader,
    private readonly applications: LoanApplicationLoader,
  ) {}

  @ResolveField(() => CustomerType, { nullable: true })
  customer(@Parent() entry: WorkLogEntry, @Context() context: GraphContext) {
    return entry.customerId && this.customers.byId(context, entry.customerId);
  }

  @ResolveField(() => LeadType, { nullable: true })
  lead(@Parent() entry: WorkLogEntry, @Context() context: GraphContext) {
    return entry.leadId && this.leads.byId(context, entry.leadId);
  }

  @ResolveField(() => LoanApplicationType, { nullable: true })
  application(@Parent() entry: WorkLogEntry, @Context() context: GraphContext) {
    return entry.applicationId && this.applications.byId(context, entry.applicationId);
  }
}

@Resolver(() => WorkLogReview)
class WorkLogReviewResolver {
  @ResolveField(() => EmployeeStub)
  reviewedBy(@Parent() review: WorkLogReview) {
    return { id: review.by };
  }
}

export const workLogResolvers = [WorkLogResolver, WorkLogEntryResolver, WorkLogReviewResolver];
