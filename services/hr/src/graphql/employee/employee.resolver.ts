import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { employeeIdOf } from '@weilend/kernel';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { isUnconfirmed } from '../../domain/employee/power.js';
import { EmployeeQueries } from '../../queries/employee/employee.queries.js';
import { ChangeEmployee } from '../../use-cases/employee/change-employee.use-case.js';
import { DeactivateEmployee } from '../../use-cases/employee/deactivate-employee.use-case.js';
import { HireEmployee } from '../../use-cases/employee/hire-employee.use-case.js';
import { RehireEmployee } from '../../use-cases/employee/rehire-employee.use-case.js';
import {
  ChangeEmployeeInput,
  DeactivateEmployeeInput,
  EmployeePageArgs,
  EmployeesArgs,
  HireEmployeeInput,
  RehireEmployeeInput,
} from './employee.input.js';
import { EmployeeLoader, LeaveTodayOf } from './employee.loader.js';
import {
  ChangeEmployeePayload,
  DeactivateEmployeePayload,
  EmployeeChangeConnection,
  EmployeeConnection,
  EmployeeType,
  HireEmployeePayload,
  RehireEmployeePayload,
  SalesOrganisationType,
} from './employee.type.js';

@Resolver(() => EmployeeType)
export class EmployeeResolver {
  constructor(
    private readonly loader: EmployeeLoader,
    private readonly employees: EmployeeQueries,
    private readonly leaveToday: LeaveTodayOf,
  ) {}

  @Query(() => EmployeeType, { nullable: true, description: 'The person who is signed in' })
  @Permit('hr.read-self')
  me(@Context() context: GraphContext) {
    return this.loader.byId(context, employeeIdOf(context.actor));
  }

  @Query(() => EmployeeType, { nullable: true, description: 'A person, now or as he was on a day; null before he was hired' })
  @Permit('hr.read-employee')
  employee(
    @Args('id', { type: () => ID }) id: string,
    @Args('asOf', { type: () => LocalDate, nullable: true }) asOf: LocalDateText | null,
    @Context() context: GraphContext,
  ) {
    return asOf ? this.employees.asOf(id, asOf) : this.loader.byId(context, id);
  }

  @Query(() => EmployeeConnection, { name: 'employees' })
  @Permit('hr.read-employee')
  listEmployees(@Args() filter: EmployeesArgs) {
    return this.employees.list(filter);
  }

  @Query(() => EmployeeChangeConnection, { description: 'The history of a person, newest first (任职经历)' })
  @Permit('hr.read-employee-change')
  employeeChanges(@Args('employeeId', { type: () => ID }) employeeId: string, @Args() page: EmployeePageArgs) {
    return this.employees.changesOf(employeeId, page);
  }

  @ResolveField(() => EmployeeType, { nullable: true, description: 'Superior (上级)' })
  manager(@Parent() employee: EmployeeType, @Context() context: GraphContext) {
    return employee.managerId ? this.loader.byId(context, employee.managerId) : null;
  }

  @ResolveField(() => Boolean, {
    description: 'Does not sign in until a second person confirms the power or password he was given (待确认)',
  })
  unconfirmed(@Parent() employee: EmployeeType) {
    return isUnconfirmed(employee);
  }

  @ResolveField(() => Boolean, { description: 'On leave today (请假中)' })
  async onLeave(@Parent() employee: EmployeeType, @Context() context: GraphContext) {
    return (await this.leaveToday.firstOf(context, employee.id)) !== null;
  }

  @ResolveField(() => EmployeeType, { nullable: true, description: 'Who stands in today (代理人)' })
  async standIn(@Parent() employee: EmployeeType, @Context() context: GraphContext) {
    const leave = await this.leaveToday.firstOf(context, employee.id);
    return leave?.standInId ? this.loader.byId(context, leave.standInId) : null;
  }
}

@Resolver(() => SalesOrganisationType)
export class SalesOrganisationResolver {
  constructor(private readonly employees: EmployeeQueries) {}

  @Query(() => SalesOrganisationType, { description: 'The sales department: one manager and the people under him (销售部)' })
  @Permit('hr.read-employee')
  salesOrganisation() {
    return this.employees.salesHead();
  }

  @ResolveField(() => EmployeeConnection, { description: 'Active people of sales without the manager' })
  staff(@Args() page: EmployeePageArgs) {
    return this.employees.salesStaff(page);
  }
}

@Resolver()
export class EmployeeActsResolver {
  constructor(
    private readonly loader: EmployeeLoader,
    private readonly hireCase: HireEmployee,
    private readonly changeCase: ChangeEmployee,
    private readonly deactivateCase: DeactivateEmployee,
    private readonly rehireCase: RehireEmployee,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => HireEmployeePayload, { description: 'Hire a person (入职)' })
  @Permit('hr.hire-employee')
  hireEmployee(@Args('input') input: HireEmployeeInput, @Context() context: GraphContext) {
    return this.answer(context, () => this.hireCase.execute(context.actor, input));
  }

  @Mutation(() => ChangeEmployeePayload, { description: 'Move a person to another department, roles, manager or position (调动)' })
  @Permit('hr.change-employee')
  changeEmployee(@Args('input') input: ChangeEmployeeInput, @Context() context: GraphContext) {
    return this.answer(context, () => this.changeCase.execute(context.actor, input));
  }

  @Mutation(() => DeactivateEmployeePayload, { description: 'End the access of a person who leaves (离职)' })
  @Permit('hr.deactivate-employee')
  deactivateEmployee(@Args('input') input: DeactivateEmployeeInput, @Context() context: GraphContext) {
    return this.answer(context, () => this.deactivateCase.execute(context.actor, input));
  }

  @Mutation(() => RehireEmployeePayload, { description: 'Take somebody back who left, under his number (返聘)' })
  @Permit('hr.rehire-employee')
  rehireEmployee(@Args('input') input: RehireEmployeeInput, @Context() context: GraphContext) {
    return this.answer(context, () => this.rehireCase.execute(context.actor, input));
  }

  private answer(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ employee: await this.loader.byId(context, await act()) }));
  }
}
