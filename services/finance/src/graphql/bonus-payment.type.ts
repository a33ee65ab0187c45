import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, MutationPayload, Permit } from '@weilend/graphql';
import type { Fen } from '@weilend/kernel';
import { BONUS_KINDS } from '../domain/bonus/bonus-payment.js';
import { BONUS_STATES } from '../domain/bonus/bonus.machine.js';
import type { StoredBonus } from '../queries/bonus-payment.queries.js';
import { EmployeeStub, textEnum } from './shared.type.js';

export const BonusPaymentStateEnum = textEnum('BonusPaymentState', BONUS_STATES, 'State of a bonus payment (奖金发放状态)');
export const BonusPaymentKindEnum = textEnum('BonusPaymentKind', BONUS_KINDS, 'The bonus of a quarter, or a part that was deferred');

@ObjectType('BonusPayment', { description: 'A bonus that is paid out (奖金发放)' })
@Permit('finance.read-bonus-payment')
export class BonusPaymentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => BonusPaymentStateEnum)
  readonly state!: string;

  @Field(() => EmployeeStub)
  readonly employee!: EmployeeStub;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => BonusPaymentKindEnum)
  readonly kind!: string;

  @Field(() => Money)
  readonly amount!: number;

  @Field(() => EmployeeStub, { nullable: true, description: '经办' })
  readonly maker!: EmployeeStub | null;

  @Field(() => EmployeeStub, { nullable: true, description: '复核' })
  readonly checker!: EmployeeStub | null;

  @Field(() => String, { nullable: true, description: 'Holder of the account it goes to, masked; null until it is made (户名)' })
  readonly payeeHolder!: string | null;

  @Field(() => String, { nullable: true, description: 'The account, masked (账号)' })
  readonly payeeAccount!: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly sentOn!: string | null;

  @Field(() => Int, { description: 'How often the bank was asked without a final answer' })
  readonly bankQueries!: number;

  @Field(() => String, { nullable: true })
  readonly bankReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was given back' })
  readonly endReason!: string | null;

  @Field(() => DateTime)
  readonly openedAt!: Date;
}

export const BonusPaymentConnection = connectionOf(BonusPaymentType, 'BonusPayment');

const requestKey = { description: 'Same key and input give the first answer again; money moves, so it is required' };
const optionalKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class MakeBonusPaymentInput {
  @Field(() => String, requestKey)
  readonly requestKey!: string;

  @Field(() => ID)
  readonly paymentId!: string;

  @Field(() => Money, { description: 'Must be the bonus to the fen' })
  readonly amount!: Fen;
}

@InputType()
export class CheckBonusPaymentInput {
  @Field(() => String, requestKey)
  readonly requestKey!: string;

  @Field(() => ID)
  readonly paymentId!: string;
}

@InputType()
export class RejectBonusPaymentInput {
  @Field(() => String, optionalKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly paymentId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RegisterSalaryAccountInput {
  @Field(() => String, optionalKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => String)
  readonly holderName!: string;

  @Field(() => String)
  readonly accountNumber!: string;

  @Field(() => String, { description: '联行号' })
  readonly bankCode!: string;
}

@ObjectType({ isAbstract: true })
abstract class BonusPayload extends MutationPayload {
  @Field(() => BonusPaymentType, { nullable: true })
  readonly bonusPayment?: BonusPaymentType | null;
}

@ObjectType()
export class MakeBonusPaymentPayload extends BonusPayload {}

@ObjectType()
export class CheckBonusPaymentPayload extends BonusPayload {}

@ObjectType()
export class RejectBonusPaymentPayload extends BonusPayload {}

@ObjectType()
export class RegisterSalaryAccountPayload extends MutationPayload {
  @Field(() => EmployeeStub, { nullable: true, description: 'Who is paid to this account from now on' })
  readonly employee?: EmployeeStub | null;
}

const person = (id: string | null): EmployeeStub | null => (id === null ? null : { id });

export function bonusView(bonus: StoredBonus): BonusPaymentType {
  const { id, state, quarter, kind, endReason, openedAt, payment } = bonus;
  return {
    ...{ id, state, quarter, kind, endReason, openedAt, amount: bonus.amountFen, employee: { id: bonus.employeeId } },
    ...{ maker: person(bonus.makerId), checker: person(bonus.checkerId) },
    ...{ payeeHolder: bonus.payee?.holder ?? null, payeeAccount: bonus.payee?.account ?? null },
    ...{ sentOn: payment.sentOn, bankQueries: payment.queries, bankReference: payment.reference },
  };
}
