import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';

/** Sales owns the application; compliance adds its dossier. */
@ObjectType('LoanApplication')
@Directive('@key(fields: "id")')
@Permit('compliance.refer-application')
export class LoanApplicationStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Hr owns the person; compliance only refers. */
@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Sales owns the contract; compliance only refers. */
@ObjectType('LoanContract')
@Directive('@key(fields: "id", resolvable: false)')
export class LoanContractStub {
  @Field(() => ID)
  readonly id!: string;
}
