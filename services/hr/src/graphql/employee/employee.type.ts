import { Directive, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROLES } from '@weilend/contracts';
import { connectionOf, LocalDate, Permit } from '@weilend/graphql';
import { DEPARTMENTS } from '@weilend/kernel';

const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value) => [value.toUpperCase().replaceAll('-', '_'), value]));

export const DepartmentEnum = enumOf(DEPARTMENTS);
registerEnumType(DepartmentEnum, { name: 'Department', description: 'Department of the company (部门)' });
export const RoleEnum = enumOf(ROLES);
registerEnumType(RoleEnum, { name: 'Role', description: 'Role of a person (角色)' });

@ObjectType('Employee', { description: 'A person of the company (员工)' })
@Directive('@key(fields: "id")')
@Permit('hr.read-employee')
export class EmployeeType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Number to sign in with (工号)' })
  readonly employeeNo!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => DepartmentEnum, { nullable: true })
  readonly department!: string | null;

  @Field(() => [RoleEnum])
  readonly roles!: string[];

  @Field(() => LocalDate)
  readonly hiredOn!: string;

  @Field(() => Boolean)
  readonly active!: boolean;

  readonly managerId!: string | null;
}

export const EmployeeConnection = connectionOf(EmployeeType, 'Employee');
