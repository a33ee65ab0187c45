import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { LoanPurposeEnum, RepaymentMethodEnum } from '../enum.type.js';

@InputType()
export class CustomerBasicsInput {
  @Field(() => String, { nullable: true })
  readonly occupation?: string | null;

  @Field(() => String, { nullable: true })
  readonly education?: string | null;

  @Field(() => String, { nullable: true })
  readonly residence?: string | null;

  @Field(() => Int, { nullable: true })
  readonly yearsAtResidence?: number | null;

  @Field(() => Int, { nullable: true })
  readonly businessMonths?: number | null;

  @Field(() => String, { nullable: true })
  readonly industry?: string | null;
}

@InputType()
export class CustomerFinancesInput {
  @Field(() => Money, { nullable: true })
  readonly monthlyIncome?: number | null;

  @Field(() => Money, { nullable: true })
  readonly monthlyExpense?: number | null;

  @Field(() => Money, { nullable: true })
  readonly assets?: number | null;

  @Field(() => Money, { nullable: true })
  readonly liabilities?: number | null;

  @Field(() => Money, { nullable: true })
  readonly annualRevenue?: number | null;

  @Field(() => Int, { nullable: true })
  readonly statedLatePayments?: number | null;
}

@InputType({ description: 'Where an individual earns his income (工作情况)' })
export class CustomerEmploymentInput {
  @Field(() => String, { nullable: true })
  readonly employer?: string | null;

  @Field(() => String, { nullable: true })
  readonly position?: string | null;

  @Field(() => Int, { nullable: true })
  readonly employedMonths?: number | null;
}

@InputType({ description: 'Family (家庭情况)' })
export class CustomerFamilyInput {
  @Field(() => String, { nullable: true })
  readonly maritalStatus?: string | null;

  @Field(() => Int, { nullable: true })
  readonly dependants?: number | null;
}

@InputType({ description: 'Licence and place of business (经营情况)' })
export class CustomerBusinessInput {
  @Field(() => String, { nullable: true, description: 'What the licence allows' })
  readonly scope?: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly licenceIssuedOn?: LocalDateText | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; 9999-12-31 for a licence without an end' })
  readonly licenceValidUntil?: LocalDateText | null;

  @Field(() => String, { nullable: true })
  readonly premises?: string | null;

  @Field(() => Int, { nullable: true })
  readonly employees?: number | null;
}

@InputType({ description: 'What he owes others already, as he says (负债情况)' })
export class CustomerDebtsInput {
  @Field(() => Int, { nullable: true, description: 'Number of loans with others' })
  readonly otherLoans?: number | null;

  @Field(() => Money, { nullable: true })
  readonly otherLoansBalance?: number | null;

  @Field(() => Money, { nullable: true })
  readonly monthlyDebtService?: number | null;

  @Field(() => Money, { nullable: true, description: 'Debts of others that he guarantees' })
  readonly guarantees?: number | null;
}

@InputType()
export class CustomerNeedsInput {
  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose?: string | null;

  @Field(() => Money, { nullable: true })
  readonly amount?: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths?: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method?: string | null;
}

@InputType()
export class CustomerProfileInput {
  @Field(() => CustomerBasicsInput, { nullable: true })
  readonly basic?: CustomerBasicsInput | null;

  @Field(() => CustomerEmploymentInput, { nullable: true })
  readonly employment?: CustomerEmploymentInput | null;

  @Field(() => CustomerFamilyInput, { nullable: true })
  readonly family?: CustomerFamilyInput | null;

  @Field(() => CustomerBusinessInput, { nullable: true })
  readonly business?: CustomerBusinessInput | null;

  @Field(() => CustomerDebtsInput, { nullable: true })
  readonly debts?: CustomerDebtsInput | null;

  @Field(() => CustomerFinancesInput, { nullable: true })
  readonly financial?: CustomerFinancesInput | null;

  @Field(() => CustomerNeedsInput, { nullable: true })
  readonly needs?: CustomerNeedsInput | null;
}
