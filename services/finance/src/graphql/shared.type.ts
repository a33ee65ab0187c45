import { Directive, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CUSTOMER_TYPES, LOAN_PURPOSES, OPINION_STANCES, REPAYMENT_METHODS } from '@weilend/contracts';
import { LocalDate, Money, Permit } from '@weilend/graphql';
import { LOAN_USES } from '../domain/exposure/loan-use.js';
import type { ChargedFee } from '../domain/quote/price-loan.js';
import type { ScheduleRow } from '../domain/schedule/terms.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));

/** An enum of the graph whose names are its values. */
export function textEnum(name: string, values: readonly string[], description: string): Record<string, string> {
  const made = enumOf(values);
  registerEnumType(made, { name, description });
  return made;
}

export const RepaymentMethodEnum = textEnum('RepaymentMethod', REPAYMENT_METHODS, 'Repayment method (还款方式)');
export const CustomerTypeEnum = textEnum('CustomerType', CUSTOMER_TYPES, 'Kind of customer (客户类型)');
export const OpinionStanceEnum = textEnum('OpinionStance', OPINION_STANCES, 'What a department thinks of an application (部门意见)');
export const LoanUseEnum = textEnum('LoanUse', LOAN_USES, 'Consumption or business (消费、生产经营)');
export const LoanPurposeEnum = textEnum('LoanPurpose', LOAN_PURPOSES, 'Purpose of a loan (贷款用途)');

/** Sales' customer, to whom finance adds what he owes and may still borrow. */
@ObjectType('Customer')
@Directive('@key(fields: "id")')
@Permit('finance.read-loan')
export class CustomerStub {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Sales' application, to which finance adds its disbursement and its loan. */
@ObjectType('LoanApplication')
@Directive('@key(fields: "id")')
@Permit('finance.read-loan')
export class LoanApplicationStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Sales' contract, to which finance adds its cost sheet. */
@ObjectType('LoanContract')
@Directive('@key(fields: "id")')
@Permit('finance.read-cost-sheet')
export class LoanContractStub {
  @Field(() => ID)
  readonly id!: string;
}

/** Sales' proposal, to which finance adds its quotes. */
@ObjectType('Proposal')
@Directive('@key(fields: "id")')
@Permit('finance.read-quote')
export class ProposalStub {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType('ScheduleRow', { description: 'One instalment of a schedule (还款计划的一期)' })
export class ScheduleRowType {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => Money)
  readonly principal!: number;

  @Field(() => Money)
  readonly interest!: number;

  @Field(() => Money)
  readonly total!: number;

  @Field(() => Money, { description: 'Principal left after it is paid' })
  readonly balance!: number;
}

@ObjectType('ChargedFee', { description: 'A published fee of one loan (收费项目)' })
export class ChargedFeeType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'Who receives it (收取主体)' })
  readonly payee!: string;

  @Field(() => Money)
  readonly amount!: number;
}

export const rowView = (row: ScheduleRow): ScheduleRowType => ({
  no: row.no,
  dueOn: row.dueOn,
  principal: row.principalFen,
  interest: row.interestFen,
  total: row.totalFen,
  balance: row.balanceFen,
});

export const feeView = ({ amountFen, ...fee }: ChargedFee): ChargedFeeType => ({ ...fee, amount: amountFen });
