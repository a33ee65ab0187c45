import { Directive, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROLES } from '@weilend/contracts';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import { DEPARTMENTS } from '@weilend/kernel';
import { EMPLOYEE_CHANGE_KINDS } from '../../domain/employee/employee-change.js';
import type { EmployeeFacts } from '../../domain/employee/employee-change.js';
import { LEAVING_CAUSES } from '../../domain/employee/employee.js';

const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value) => [value.toUpperCase().replaceAll('-', '_'), value]));

export const DepartmentEnum = enumOf(DEPARTMENTS);
registerEnumType(DepartmentEnum, { name: 'Department', description: 'Department of the company (部门)' });
export const RoleEnum = enumOf(ROLES);
registerEnumType(RoleEnum, { name: 'Role', description: 'Role of a person (角色)' });
export const LeavingCauseEnum = enumOf(LEAVING_CAUSES);
registerEnumType(LeavingCauseEnum, { name: 'LeavingCause', description: 'Why somebody left (离职原因)' });
export const EmployeeChangeKindEnum = enumOf(EMPLOYEE_CHANGE_KINDS);
registerEnumType(EmployeeChangeKindEnum, {
  name: 'EmployeeChangeKind',
  description: 'What happened to a person in the company (任职变动类型)',
});

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

  @Field(() => String, { nullable: true, description: 'What stands on the card (职务)' })
  readonly position!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the level of the career ladder (职级)' })
  readonly level!: string | null;

  @Field(() => LocalDate, { description: 'Begin of the present employment' })
  readonly hiredOn!: string;

  @Field(() => Boolean)
  readonly active!: boolean;

  readonly managerId!: string | null;

  readonly unconfirmedBy?: readonly string[];
}

export const EmployeeConnection = connectionOf(EmployeeType, 'Employee');

@ObjectType('EmployeeFacts', { description: 'Where a person stood in the company at a time (任职情况)' })
export class EmployeeFactsType {
  @Field(() => DepartmentEnum, { nullable: true })
  readonly department!: string | null;

  @Field(() => [RoleEnum])
  readonly roles!: string[];

  @Field(() => ID, { nullable: true })
  readonly managerId!: string | null;

  @Field(() => String, { nullable: true })
  readonly position!: string | null;

  @Field(() => String, { nullable: true })
  readonly level!: string | null;

  @Field(() => LocalDate)
  readonly hiredOn!: string;

  @Field(() => Boolean)
  readonly active!: boolean;

  @Field(() => LeavingCauseEnum, { nullable: true })
  readonly leftBecause!: string | null;
}

@ObjectType('EmployeeChange', { description: 'A row of the history of a person; never changed (任职变动记录)' })
export class EmployeeChangeType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => EmployeeChangeKindEnum)
  readonly kind!: string;

  @Field(() => LocalDate, { description: 'Business date from which it holds' })
  readonly effectiveOn!: string;

  @Field(() => EmployeeFactsType, { nullable: true, description: 'Null when the person was hired' })
  readonly before!: EmployeeFacts | null;

  @Field(() => EmployeeFactsType)
  readonly after!: EmployeeFacts;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => String, { description: '`employee:<id>`, or `service:hr` for what the system did' })
  readonly changedBy!: string;

  @Field(() => DateTime)
  readonly recordedAt!: Date;
}

export const EmployeeChangeConnection = connectionOf(EmployeeChangeType, 'EmployeeChange');

@ObjectType('SalesOrganisation', { description: 'One sales manager and the people under him (销售部组织架构)' })
export class SalesOrganisationType {
  @Field(() => EmployeeType, { nullable: true, description: 'Null while nobody is appointed' })
  readonly manager!: EmployeeType | null;

  @Field(() => Int, { description: 'Active people of sales without the manager' })
  readonly staffCount!: number;
}

@ObjectType({ isAbstract: true })
abstract class EmployeePayload extends MutationPayload {
  @Field(() => EmployeeType, { nullable: true })
  readonly employee?: EmployeeType | null;
}

@ObjectType()
export class HireEmployeePayload extends EmployeePayload {}

@ObjectType()
export class ChangeEmployeePayload extends EmployeePayload {}

@ObjectType()
export class ConfirmPowerPayload extends EmployeePayload {}

@ObjectType()
export class DeactivateEmployeePayload extends EmployeePayload {}

@ObjectType()
export class RehireEmployeePayload extends EmployeePayload {}
