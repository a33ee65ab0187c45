import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';

/** Sales owns the application; approval adds its case and its decision. */
@ObjectType('LoanApplication')
@Directive('@key(fields: "id")')
@Permit('approval.refer-application')
export class LoanApplicationStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Risk owns the report; approval cites it. */
@ObjectType('RiskReport')
@Directive('@key(fields: "id", resolvable: false)')
export class RiskReportStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Hr owns the person; approval only refers. */
@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}
