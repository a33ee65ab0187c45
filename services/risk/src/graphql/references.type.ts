import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';

/** Owned by sales; risk adds its investigation and report. */
@ObjectType('LoanApplication')
@Directive('@key(fields: "id")')
@Permit('risk.read-investigation')
export class LoanApplicationStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Owned by hr. */
@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Owned by sales. */
@ObjectType('Customer')
@Directive('@key(fields: "id", resolvable: false)')
export class CustomerStub {
  @Field(() => ID)
  readonly id!: string;
}

export const refer = (id: string): { id: string } => ({ id });
export const referOrNull = (id: string | null | undefined): { id: string } | null => (id ? { id } : null);
