import { Args, Context, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver, Int } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { employeeIdOf } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { EmployeeQueries } from '../../queries/employee/employee.queries.js';
import { ChangeEmployee } from '../../use-cases/employee/change-employee.use-case.js';
import { DeactivateEmployee } from '../../use-cases/employee/deactivate-employee.use-case.js';
import { HireEmployee } from '../../use-cases/employee/hire-employee.use-case.js';
import { ChangeEmployeeInput, DeactivateEmployeeInput, HireEmployeeInput } from './employee.input.js';
import { EmployeeLoader } from './employee.loader.js';
import { DepartmentEnum, EmployeeConnection, EmployeeType } from './employee.type.js';

@ObjectType()
export class HireEmployeePayload extends MutationPayload {
  @Field(() => EmployeeType, { nullable: true })
  readonly employee?: EmployeeType | null;
}

@ObjectType()
export class ChangeEmployeePayload extends MutationPayload {
  @Field(() => EmployeeType, { nullable: true })
  readonly employee?: EmployeeType | null;
}

@ObjectType()
export class DeactivateEmployeePayload extends MutationPayload {
  @Field(() => EmployeeType, { nullable: true })
  readonly employee?: EmployeeType | null;
}

@Resolver(() => EmployeeType)
export class EmployeeResolver {
  constructor(
    private readonly loader: EmployeeLoader,
    private readonly employees: EmployeeQueries,
    private readonly hireEmployeeCase: HireEmployee,
    private readonly changeEmployeeCase: ChangeEmployee,
    private readonly deactivateEmployeeCase: DeactivateEmployee,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => EmployeeType, { nullable: true, description: 'The person who is signed in' })
  @Permit('hr.read-self')
  me(@Context() context: GraphContext) {
    return this.loader.byId(context, employeeIdOf(context.actor));
  }

  @Query(() => EmployeeType, { nullable: true })
  @Permit('hr.read-employee')
  employee(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => EmployeeConnection, { name: 'employees' })
  @Permit('hr.read-employee')
  listEmployees(
    @Args('department', { type: () => DepartmentEnum, nullable: true }) department: Department | null,
    @Args('active', { type: () => Boolean, nullable: true }) active: boolean | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.employees.list({ department, active, first, after });
  }

  @Mutation(() => HireEmployeePayload)
  @Permit('hr.hire-employee')
  hireEmployee(@Args('input') input: HireEmployeeInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      employee: await this.loader.byId(context, await this.hireEmployeeCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ChangeEmployeePayload)
  @Permit('hr.change-employee')
  changeEmployee(@Args('input') input: ChangeEmployeeInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      employee: await this.loader.byId(context, await this.changeEmployeeCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => DeactivateEmployeePayload)
  @Permit('hr.deactivate-employee')
  deactivateEmployee(@Args('input') input: DeactivateEmployeeInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      employee: await this.loader.byId(context, await this.deactivateEmployeeCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeType, { nullable: true, description: 'Superior (上级)' })
  manager(@Parent() employee: EmployeeType, @Context() context: GraphContext) {
    return employee.managerId ? this.loader.byId(context, employee.managerId) : null;
  }
}
