import { Directive, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DEPARTMENTS } from '@weilend/kernel';
import { Permit } from '@weilend/graphql';
import { GraphQLScalarType } from 'graphql';

/** GraphQL enum values are the upper case of the values inside, where those are lower case. */
export const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value) => [value.toUpperCase().replaceAll('-', '_'), value]));

export const DepartmentEnum = enumOf(DEPARTMENTS);
registerEnumType(DepartmentEnum, { name: 'Department', description: 'Department of the company (部门)' });

/** Facts of an event: ids and figures, shaped by the JSON Schema of its type. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'A JSON value; the schema of an event type is in libs/contracts/schemas',
  serialize: (value) => value,
  parseValue: (value) => value,
});

@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType('LoanApplication')
@Directive('@key(fields: "id")')
@Permit('coordination.read-handoff')
export class LoanApplicationStub {
  @Field(() => ID)
  readonly id!: string;
}

export const employeeStub = (id: string | null): EmployeeStub | null => (id ? { id } : null);

/** The application that a subject names, or null when it is about something else. */
export const applicationStub = (subject: string | null): LoanApplicationStub | null =>
  subject?.startsWith('app_') ? { id: subject } : null;
