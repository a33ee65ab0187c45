import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import { LOAN_CLASSES } from '../domain/arrears/loan-class.js';
import { BUCKETS } from '../domain/arrears/past-due.js';
import { EARLY_MODES } from '../domain/loan/early-repayment.js';
import type { LoanInstalment } from '../domain/loan/instalment.js';
import { LOAN_STATES } from '../domain/loan/loan.machine.js';
import type { Loan } from '../domain/loan/loan.js';
import type { LoanStanding } from '../domain/loan/standing.js';
import type { Repayment } from '../queries/loan.queries.js';
import {
  CustomerStub,
  EmployeeStub,
  LoanApplicationStub,
  LoanContractStub,
  RepaymentMethodEnum,
  rowView,
  ScheduleRowType,
  textEnum,
} from './shared.type.js';

export const LoanClassEnum = textEnum('LoanClass', LOAN_CLASSES, 'Five classes of loans (五级分类)');
export const OverdueBucketEnum = textEnum('OverdueBucket', BUCKETS, 'Days past due: none, 1 to 29, 30 to 89, 90 and more (逾期分段)');
export const InstalmentKindEnum = textEnum(
  'InstalmentKind',
  ['INSTALMENT', 'PREPAYMENT'],
  'Of the schedule, or repaid early (期供、提前还本)',
);
export const EarlyRepaymentEnum = textEnum(
  'EarlyRepayment',
  EARLY_MODES,
  'What becomes less when principal is repaid early: the number of instalments, or each of them (提前还本方式)',
);
export const LoanStateEnum = textEnum('LoanState', LOAN_STATES, 'State of a loan (贷款状态)');

@ObjectType('LoanInstalment', { description: 'One instalment with what was paid on it (还款计划与实还)' })
export class LoanInstalmentType extends ScheduleRowType {
  @Field(() => Money)
  readonly principalPaid!: number;

  @Field(() => Money)
  readonly interestPaid!: number;

  @Field(() => Money, { description: 'Interest of days that never came, because the loan was repaid before' })
  readonly interestWaived!: number;

  @Field(() => InstalmentKindEnum, { description: 'PREPAYMENT: principal that was repaid early, with the interest of the days so far' })
  readonly kind!: string;

  @Field(() => Money, { description: 'Part of the interest that was owed before a restructure and put off to this instalment' })
  readonly carriedInterest!: number;
}

@ObjectType('LoanFee', { description: 'A published fee that fell due on payment' })
export class LoanFeeType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly payee!: string;

  @Field(() => Money)
  readonly amount!: number;

  @Field(() => Money)
  readonly paid!: number;
}

@ObjectType('Repayment', { description: 'Money received and how it was spread (还款)' })
export class RepaymentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Money)
  readonly amount!: number;

  @Field(() => Money)
  readonly fee!: number;

  @Field(() => Money, { description: 'Penalty interest (罚息)' })
  readonly penalty!: number;

  @Field(() => Money)
  readonly interest!: number;

  @Field(() => Money)
  readonly principal!: number;

  @Field(() => Money, { description: 'Credit of earlier payments that was used' })
  readonly creditUsed!: number;

  @Field(() => Money, { description: 'What became credit' })
  readonly credit!: number;

  @Field(() => LocalDate)
  readonly paidOn!: string;

  @Field(() => String)
  readonly channel!: string;

  @Field(() => String)
  readonly channelTransactionId!: string;

  @Field(() => DateTime)
  readonly recordedAt!: Date;

  @Field(() => EarlyRepaymentEnum, { nullable: true, description: 'Set when principal was to be repaid early with it' })
  readonly early!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back; null while it stands (冲正原因)' })
  readonly reversalReason!: string | null;
}

@ObjectType('LoanStanding', { description: 'How a loan stands on a day (贷款状况)' })
export class LoanStandingType {
  @Field(() => LocalDate, { description: 'The day asked for, or the last day that was counted when that is later' })
  readonly on!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Due day of the oldest instalment that is late' })
  readonly overdueSince!: string | null;

  @Field(() => Int, { description: 'Days past due (逾期天数): 0 on the due day, 1 the day after' })
  readonly daysPastDue!: number;

  @Field(() => OverdueBucketEnum)
  readonly bucket!: string;

  @Field(() => Money, { description: 'Penalty interest so far (罚息), within the legal ceiling' })
  readonly penaltyAccrued!: number;

  @Field(() => Money)
  readonly penaltyOwed!: number;

  @Field(() => Money, { description: 'What the legal ceiling took off the penalty' })
  readonly penaltyCut!: number;

  @Field(() => Money, {
    description: 'What clears the loan on that day: fees, penalty, interest to the day, principal, less credit (提前结清金额)',
  })
  readonly payoff!: number;
}

export function standingView({ penaltyAccruedFen, penaltyOwedFen, penaltyCutFen, payoffFen, ...rest }: LoanStanding): LoanStandingType {
  return { ...rest, penaltyAccrued: penaltyAccruedFen, penaltyOwed: penaltyOwedFen, penaltyCut: penaltyCutFen, payoff: payoffFen };
}

@ObjectType('Loan', { description: 'A loan that was paid out (贷款)' })
@Directive('@key(fields: "id")')
@Permit('finance.read-loan')
export class LoanType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LoanStateEnum)
  readonly state!: string;

  @Field(() => LoanApplicationStub)
  readonly application!: LoanApplicationStub;

  @Field(() => LoanContractStub)
  readonly contract!: LoanContractStub;

  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => EmployeeStub)
  readonly salesperson!: EmployeeStub;

  @Field(() => ID)
  readonly disbursementId!: string;

  @Field(() => ID)
  readonly productId!: string;

  @Field(() => Money)
  readonly principal!: number;

  @Field(() => Money, { description: 'Principal still owed' })
  readonly outstanding!: number;

  @Field(() => Money, { description: 'Paid in excess (溢缴款)' })
  readonly credit!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => LocalDate)
  readonly disbursedOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly settledOn!: string | null;

  @Field(() => LoanClassEnum, { description: 'As of the last day end (五级分类)' })
  readonly loanClass!: string;

  @Field(() => LoanClassEnum, { nullable: true, description: 'What a person has set: the class is never better (人工分类)' })
  readonly manualClass!: string | null;

  @Field(() => Int, { description: 'Version of the schedule: 1 is that of the payment (还款计划版本)' })
  readonly scheduleNo!: number;

  @Field(() => Int, { description: 'Times that it was restructured (重组次数)' })
  readonly restructures!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the observation after a restructure (观察期)' })
  readonly watchUntil!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it left the books (核销日)' })
  readonly writtenOffOn!: string | null;

  @Field(() => Money, { description: 'As of the last day end (拨备)' })
  readonly provision!: number;

  @Field(() => Rate, { description: 'Yearly rate of penalty interest, within the legal ceiling' })
  readonly penaltyRate!: string;

  @Field(() => [LoanInstalmentType])
  readonly rows!: LoanInstalmentType[];

  @Field(() => [LoanFeeType])
  readonly fees!: LoanFeeType[];
}

export function instalmentView(row: LoanInstalment): LoanInstalmentType {
  return {
    ...rowView(row),
    principalPaid: row.principalPaidFen,
    interestPaid: row.interestPaidFen,
    interestWaived: row.interestWaivedFen,
    kind: row.kind ?? 'INSTALMENT',
    carriedInterest: row.carriedFen ?? 0,
  };
}

export const LoanConnection = connectionOf(LoanType, 'Loan');

export function loanView(loan: Loan): LoanType {
  const { manualClass, scheduleNo, restructures, watchUntil } = loan;
  const { id, state, disbursementId, productId, annualRate, termMonths, method, disbursedOn, settledOn } = loan;
  return {
    ...{ id, state, disbursementId, productId, annualRate, termMonths, method, disbursedOn, settledOn },
    application: { id: loan.applicationId },
    contract: { id: loan.contractId },
    customer: { id: loan.customerId },
    salesperson: { id: loan.salespersonId },
    principal: loan.principalFen,
    outstanding: loan.outstandingFen,
    credit: loan.creditFen,
    loanClass: loan.loanClass,
    provision: loan.provisionFen,
    penaltyRate: loan.penaltyRate,
    ...{ manualClass, scheduleNo, restructures, watchUntil, writtenOffOn: loan.writeOff?.on ?? null },
    rows: loan.rows.map(instalmentView),
    fees: loan.fees.map(({ amountFen, paidFen, ...fee }) => ({ ...fee, amount: amountFen, paid: paidFen })),
  };
}

export function repaymentView(repayment: Repayment): RepaymentType {
  const { id, paidOn, channel, channelTransactionId, recordedAt, early } = repayment;
  return {
    ...{ id, paidOn, channel, channelTransactionId, recordedAt, early },
    amount: repayment.amountFen,
    fee: repayment.feeFen,
    penalty: repayment.penaltyFen,
    reversalReason: repayment.reversal?.reason ?? null,
    interest: repayment.interestFen,
    principal: repayment.principalFen,
    creditUsed: repayment.creditUsedFen,
    credit: repayment.creditFen,
  };
}
