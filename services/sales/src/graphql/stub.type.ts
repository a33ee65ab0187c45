import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';

/** Hr owns the person; sales only refers. */
@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Finance owns products, accounts and loans; sales only refers. */
@ObjectType('Product')
@Directive('@key(fields: "id", resolvable: false)')
export class ProductStub {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType('PayeeAccount')
@Directive('@key(fields: "id", resolvable: false)')
export class PayeeAccountStub {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType('Loan')
@Directive('@key(fields: "id", resolvable: false)')
export class LoanStub {
  @Field(() => ID)
  readonly id!: string;
}
