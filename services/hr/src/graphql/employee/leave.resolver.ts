import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { LeaveQueries } from '../../queries/employee/leave.queries.js';
import { CancelLeave } from '../../use-cases/employee/cancel-leave.use-case.js';
import { DecideLeave } from '../../use-cases/employee/decide-leave.use-case.js';
import { RequestLeave } from '../../use-cases/employee/request-leave.use-case.js';
import { EmployeeLoader, LeaveLoader } from './employee.loader.js';
import { EmployeeType } from './employee.type.js';
import { CancelLeaveInput, DecideLeaveInput, RequestLeaveInput } from './leave.input.js';
import { CancelLeavePayload, DecideLeavePayload, LeaveConnection, LeavesArgs, LeaveType, RequestLeavePayload } from './leave.type.js';

@Resolver(() => LeaveType)
export class LeaveResolver {
  constructor(
    private readonly employees: EmployeeLoader,
    private readonly leavesOf: LeaveQueries,
  ) {}

  @Query(() => LeaveConnection, { description: 'Leaves, newest first: own ones, of whom one leads or stands in for; all for hr (请假)' })
  @Permit('hr.read-leave')
  leaves(@Args() filter: LeavesArgs, @Context() context: GraphContext) {
    return this.leavesOf.list(filter, context.actor);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() leave: LeaveType, @Context() context: GraphContext) {
    return this.employees.byId(context, leave.employeeId);
  }

  @ResolveField(() => EmployeeType, { nullable: true, description: 'Who stands in (代理人)' })
  standIn(@Parent() leave: LeaveType, @Context() context: GraphContext) {
    return leave.standInId ? this.employees.byId(context, leave.standInId) : null;
  }

  @ResolveField(() => EmployeeType, { nullable: true, description: 'Who granted, refused or called it off' })
  decidedBy(@Parent() leave: LeaveType, @Context() context: GraphContext) {
    return leave.decidedBy ? this.employees.byId(context, leave.decidedBy) : null;
  }
}

@Resolver()
export class LeaveActsResolver {
  constructor(
    private readonly loader: LeaveLoader,
    private readonly requestCase: RequestLeave,
    private readonly decideCase: DecideLeave,
    private readonly cancelCase: CancelLeave,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RequestLeavePayload, { description: 'Ask for a leave (请假申请)' })
  @Permit('hr.request-leave')
  requestLeave(@Args('input') input: RequestLeaveInput, @Context() context: GraphContext) {
    return this.answer(context, () => this.requestCase.execute(context.actor, input));
  }

  @Mutation(() => DecideLeavePayload, { description: 'Grant or refuse a leave of somebody whom one leads (请假审批)' })
  @Permit('hr.decide-leave')
  decideLeave(@Args('input') input: DecideLeaveInput, @Context() context: GraphContext) {
    return this.answer(context, () => this.decideCase.execute(context.actor, input));
  }

  @Mutation(() => CancelLeavePayload, { description: 'Call a leave off that is not over (销假)' })
  @Permit('hr.cancel-leave')
  cancelLeave(@Args('input') input: CancelLeaveInput, @Context() context: GraphContext) {
    return this.answer(context, () => this.cancelCase.execute(context.actor, input));
  }

  private answer(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ leave: await this.loader.byId(context, await act()) }));
  }
}
