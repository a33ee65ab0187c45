import { Directive, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import type { Fen } from '@weilend/kernel';
import { ORDER_STATES } from '../domain/disbursement/order.machine.js';
import { REVERSAL_CAUSES } from '../domain/disbursement/reversal.js';
import type { Reversal, ReversalCause } from '../domain/disbursement/reversal.js';
import type { StoredOrder } from '../queries/disbursement.queries.js';
import {
  CustomerStub,
  EmployeeStub,
  LoanApplicationStub,
  LoanContractStub,
  LoanPurposeEnum,
  LoanUseEnum,
  RepaymentMethodEnum,
  textEnum,
} from './shared.type.js';

export const DisbursementStateEnum = textEnum('DisbursementState', ORDER_STATES, 'State of a disbursement order (放款单状态)');

export const ReversalCauseEnum = textEnum('DisbursementReversalCause', REVERSAL_CAUSES, 'Why a payment is taken back (冲正原因)');
export const ReversalStateEnum = textEnum('DisbursementReversalState', ['PROPOSED', 'CONFIRMED'], 'How far taking a payment back is');

@ObjectType('DisbursementReversal', { description: 'A payment that is taken back (放款冲正)' })
export class DisbursementReversalType {
  @Field(() => ReversalStateEnum)
  readonly state!: string;

  @Field(() => ReversalCauseEnum)
  readonly cause!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { description: "The bank's number of the money that came back" })
  readonly bankReference!: string;

  @Field(() => EmployeeStub)
  readonly proposedBy!: EmployeeStub;

  @Field(() => LocalDate)
  readonly proposedOn!: string;

  @Field(() => EmployeeStub, { nullable: true })
  readonly confirmedBy!: EmployeeStub | null;

  @Field(() => LocalDate, { nullable: true })
  readonly confirmedOn!: string | null;
}

@ObjectType('DisbursementOrder', { description: 'Order to pay out one signed contract, once (放款单)' })
@Directive('@key(fields: "id")')
@Permit('finance.read-disbursement')
export class DisbursementOrderType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DisbursementStateEnum)
  readonly state!: string;

  @Field(() => LoanApplicationStub)
  readonly application!: LoanApplicationStub;

  @Field(() => LoanContractStub)
  readonly contract!: LoanContractStub;

  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => EmployeeStub)
  readonly salesperson!: EmployeeStub;

  @Field(() => Money, { description: 'Contract amount; exactly this is paid out' })
  readonly amount!: number;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => LoanPurposeEnum, { nullable: true, description: 'As contracted' })
  readonly purpose!: string | null;

  @Field(() => LoanUseEnum, { description: 'What it counts as for the caps of a network micro-loan company' })
  readonly loanUse!: string;

  @Field(() => EmployeeStub, { nullable: true, description: '经办' })
  readonly maker!: EmployeeStub | null;

  @Field(() => EmployeeStub, { nullable: true, description: '复核' })
  readonly checker!: EmployeeStub | null;

  @Field(() => LocalDate, { nullable: true, description: 'Business date on which it was sent to the bank' })
  readonly sentOn!: string | null;

  @Field(() => Int, { description: 'How often the bank was asked without a final answer' })
  readonly bankQueries!: number;

  @Field(() => String, { nullable: true, description: "The bank's number of the payment" })
  readonly bankReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned or cancelled' })
  readonly endReason!: string | null;

  @Field(() => DisbursementReversalType, { nullable: true, description: 'The money came back' })
  readonly reversal!: DisbursementReversalType | null;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The batch that releases it, or did (付款批次)' })
  readonly batchId!: string | null;

  readonly loanId!: string | null;
  readonly payeeAccountId!: string;
}

export const DisbursementOrderConnection = connectionOf(DisbursementOrderType, 'DisbursementOrder');

const requestKey = { description: 'Same key and input give the first answer again; money moves, so it is required' };

@InputType()
export class MakeDisbursementInput {
  @Field(() => String, requestKey)
  readonly requestKey!: string;

  @Field(() => ID)
  readonly orderId!: string;

  @Field(() => Money, { description: 'Must be the contract amount to the fen' })
  readonly amount!: Fen;
}

@InputType()
export class CheckDisbursementInput {
  @Field(() => String, requestKey)
  readonly requestKey!: string;

  @Field(() => ID)
  readonly orderId!: string;
}

@InputType()
export class ProposeDisbursementReversalInput {
  @Field(() => String, requestKey)
  readonly requestKey!: string;

  @Field(() => ID)
  readonly orderId!: string;

  @Field(() => ReversalCauseEnum)
  readonly cause!: ReversalCause;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { description: "The bank's number of the money that came back; it takes one payment back" })
  readonly bankReference!: string;
}

@InputType()
export class ConfirmDisbursementReversalInput {
  @Field(() => String, requestKey)
  readonly requestKey!: string;

  @Field(() => ID)
  readonly orderId!: string;
}

@InputType()
export class RejectDisbursementReversalInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly orderId!: string;
}

@InputType()
export class RejectDisbursementInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly orderId!: string;

  @Field(() => String)
  readonly reason!: string;
}

const reversalView = ({ proposedBy, confirmedBy, ...rest }: Reversal): DisbursementReversalType => ({
  ...rest,
  proposedBy: { id: proposedBy },
  confirmedBy: person(confirmedBy),
});

const person = (id: string | null): EmployeeStub | null => (id ? { id } : null);

export function orderView(order: StoredOrder): DisbursementOrderType {
  const { id, state, endReason, openedAt, loanId, payeeAccountId, purpose, loanUse, batchId, terms, payment } = order;
  return {
    ...{ id, state, endReason, openedAt, loanId, payeeAccountId, purpose, loanUse, batchId },
    application: { id: order.applicationId },
    contract: { id: order.contractId },
    customer: { id: order.customerId },
    salesperson: { id: order.salespersonId },
    amount: terms.amountFen,
    termMonths: terms.termMonths,
    annualRate: terms.annualRate,
    method: terms.method,
    maker: person(order.makerId),
    checker: person(order.checkerId),
    sentOn: payment.sentOn,
    bankQueries: payment.queries,
    bankReference: payment.reference,
    reversal: order.reversal && reversalView(order.reversal),
  };
}
