import { Directive, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTime, Permit } from '@weilend/graphql';
import type { ShownAccount } from '../queries/payee-account.queries.js';
import { CustomerStub } from './shared.type.js';

@ObjectType('PayeeAccount', { description: 'Account that loans are paid to, masked (收款账户)' })
@Directive('@key(fields: "id")')
@Permit('finance.read-payee-account')
export class PayeeAccountType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => String, { description: 'Masked: 张*' })
  readonly holderName!: string;

  @Field(() => String, { description: 'Masked: the last four digits' })
  readonly accountNumber!: string;

  @Field(() => String, { description: '联行号' })
  readonly bankCode!: string;

  @Field(() => DateTime)
  readonly registeredAt!: Date;
}

@InputType()
export class RegisterPayeeAccountInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String)
  readonly holderName!: string;

  @Field(() => String, { description: '12 to 19 digits; blanks are ignored' })
  readonly accountNumber!: string;

  @Field(() => String, { description: '联行号, 12 digits' })
  readonly bankCode!: string;
}

export function payeeAccountView({ customerId, maskedHolder, maskedAccount, ...account }: ShownAccount): PayeeAccountType {
  return { ...account, customer: { id: customerId }, holderName: maskedHolder, accountNumber: maskedAccount };
}
