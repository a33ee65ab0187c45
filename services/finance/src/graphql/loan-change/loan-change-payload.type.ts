import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@weilend/graphql';
import { LoanType } from '../loan.type.js';
import { LoanRequestType } from './loan-change.type.js';

@ObjectType({ isAbstract: true })
abstract class RequestPayload extends MutationPayload {
  @Field(() => LoanRequestType, { nullable: true })
  readonly request?: LoanRequestType | null;
}

@ObjectType()
export class ProposeRestructurePayload extends RequestPayload {}

@ObjectType()
export class ProposeWriteOffPayload extends RequestPayload {}

@ObjectType()
export class ProposeClassUpgradePayload extends RequestPayload {}

@ObjectType()
export class ApproveLoanRequestPayload extends RequestPayload {}

@ObjectType()
export class RejectLoanRequestPayload extends RequestPayload {}

@ObjectType()
export class WithdrawLoanRequestPayload extends RequestPayload {}

@ObjectType()
export class JudgeLoanClassPayload extends MutationPayload {
  @Field(() => LoanType, { nullable: true })
  readonly loan?: LoanType | null;
}
