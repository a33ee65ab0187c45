import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import { LoanPurposeEnum, RepaymentMethodEnum } from '../enum.type.js';

@ObjectType('CustomerBasics', { description: 'Basic data (基本信息)' })
export class CustomerBasics {
  @Field(() => String, { nullable: true })
  readonly occupation!: string | null;

  @Field(() => String, { nullable: true })
  readonly education!: string | null;

  @Field(() => String, { nullable: true })
  readonly residence!: string | null;

  @Field(() => Int, { nullable: true })
  readonly yearsAtResidence!: number | null;

  @Field(() => Int, { nullable: true, description: 'Age of the business in months' })
  readonly businessMonths!: number | null;

  @Field(() => String, { nullable: true })
  readonly industry!: string | null;
}

@ObjectType('CustomerEmployment', { description: 'Where an individual earns his income (工作情况)' })
export class CustomerEmployment {
  @Field(() => String, { nullable: true })
  readonly employer!: string | null;

  @Field(() => String, { nullable: true })
  readonly position!: string | null;

  @Field(() => Int, { nullable: true })
  readonly employedMonths!: number | null;
}

@ObjectType('CustomerFamily', { description: 'Family (家庭情况)' })
export class CustomerFamily {
  @Field(() => String, { nullable: true })
  readonly maritalStatus!: string | null;

  @Field(() => Int, { nullable: true })
  readonly dependants!: number | null;
}

@ObjectType('CustomerBusiness', { description: 'Licence and place of business (经营情况)' })
export class CustomerBusiness {
  @Field(() => String, { nullable: true, description: 'What the licence allows' })
  readonly scope!: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly licenceIssuedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; 9999-12-31 for a licence without an end' })
  readonly licenceValidUntil!: string | null;

  @Field(() => String, { nullable: true })
  readonly premises!: string | null;

  @Field(() => Int, { nullable: true })
  readonly employees!: number | null;
}

@ObjectType('CustomerDebts', { description: 'What he owes others already, as he says (负债情况)' })
export class CustomerDebts {
  @Field(() => Int, { nullable: true })
  readonly otherLoans!: number | null;

  @Field(() => Money, { name: 'otherLoansBalance', nullable: true })
  readonly otherLoansFen!: number | null;

  @Field(() => Money, { name: 'monthlyDebtService', nullable: true })
  readonly monthlyDebtServiceFen!: number | null;

  @Field(() => Money, { name: 'guarantees', nullable: true })
  readonly guaranteesFen!: number | null;
}

@ObjectType('CustomerFinances', { description: 'Financial state (财务状况)' })
export class CustomerFinances {
  @Field(() => Money, { name: 'monthlyIncome', nullable: true })
  readonly monthlyIncomeFen!: number | null;

  @Field(() => Money, { name: 'monthlyExpense', nullable: true })
  readonly monthlyExpenseFen!: number | null;

  @Field(() => Money, { name: 'assets', nullable: true })
  readonly assetsFen!: number | null;

  @Field(() => Money, { name: 'liabilities', nullable: true })
  readonly liabilitiesFen!: number | null;

  @Field(() => Money, { name: 'annualRevenue', nullable: true })
  readonly annualRevenueFen!: number | null;

  @Field(() => Int, { nullable: true, description: 'Late payments of the last two years, as the customer says' })
  readonly statedLatePayments!: number | null;
}

@ObjectType('CustomerNeeds', { description: 'What the customer wants (贷款需求)' })
export class CustomerNeeds {
  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose!: string | null;

  @Field(() => Money, { name: 'amount', nullable: true })
  readonly amountFen!: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths!: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method!: string | null;
}

@ObjectType('CustomerProfile', { description: 'What is known of a customer beside his identity (客户档案)' })
export class CustomerProfile {
  @Field(() => CustomerBasics)
  readonly basic!: CustomerBasics;

  @Field(() => CustomerEmployment)
  readonly employment!: CustomerEmployment;

  @Field(() => CustomerFamily)
  readonly family!: CustomerFamily;

  @Field(() => CustomerBusiness)
  readonly business!: CustomerBusiness;

  @Field(() => CustomerDebts)
  readonly debts!: CustomerDebts;

  @Field(() => CustomerFinances)
  readonly financial!: CustomerFinances;

  @Field(() => CustomerNeeds)
  readonly needs!: CustomerNeeds;
}
