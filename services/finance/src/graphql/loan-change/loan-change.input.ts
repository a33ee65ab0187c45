import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Rate } from '@weilend/graphql';
import type { LocalDate as LocalDateText, Rate as RateText } from '@weilend/kernel';
import type { LoanClass } from '../../domain/arrears/loan-class.js';
import type { LoanRequestState } from '../../domain/loan-request/loan-request.machine.js';
import type { Method } from '../../domain/schedule/terms.js';
import { LoanClassEnum } from '../loan.type.js';
import { RepaymentMethodEnum } from '../shared.type.js';
import { LoanRequestStateEnum } from './loan-change.type.js';

const REQUEST_KEY = 'Makes a repeated request safe: same key and input give the first answer';

@InputType()
export class RestructureTermsInput {
  @Field(() => Rate, { description: 'At most the rate of the loan' })
  readonly annualRate!: RateText;

  @Field(() => RepaymentMethodEnum)
  readonly method!: Method;

  @Field(() => Int, { description: 'Monthly periods of the new schedule' })
  readonly periods!: number;

  @Field(() => LocalDate, { nullable: true, description: 'First new due day, at most two months ahead; one month ahead when left out' })
  readonly firstDueOn?: LocalDateText | null;

  @Field(() => Int, { defaultValue: 0, description: 'First periods that repay no principal (本金宽限)' })
  readonly principalGracePeriods!: number;
}

@InputType({ isAbstract: true })
abstract class OnLoan {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ProposeRestructureInput extends OnLoan {
  @Field(() => RestructureTermsInput)
  readonly terms!: RestructureTermsInput;

  @Field(() => ID, { nullable: true, description: 'The measure of risk that it carries out (风险措施任务), see measureWork' })
  readonly measureWorkId?: string | null;
}

@InputType()
export class ProposeWriteOffInput extends OnLoan {}

@InputType()
export class ProposeClassUpgradeInput extends OnLoan {
  @Field(() => LoanClassEnum, { description: 'PASS takes the judgement away' })
  readonly loanClass!: LoanClass;
}

@InputType()
export class JudgeLoanClassInput extends OnLoan {
  @Field(() => LoanClassEnum, { description: 'Worse than the present class' })
  readonly loanClass!: LoanClass;
}

@InputType({ isAbstract: true })
abstract class OnRequest {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly requestId!: string;
}

@InputType()
export class ApproveLoanRequestInput extends OnRequest {
  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class RejectLoanRequestInput extends OnRequest {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class WithdrawLoanRequestInput extends OnRequest {
  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@ArgsType()
export class LoanRequestListArgs {
  @Field(() => LoanRequestStateEnum, { nullable: true, description: 'OPEN: what waits for a decision' })
  readonly state?: LoanRequestState | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}
