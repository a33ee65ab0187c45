import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import type { StoredCostSheet } from '../queries/price.queries.js';
import { LoanApplicationStub, LoanContractStub, RepaymentMethodEnum, rowView, ScheduleRowType } from './shared.type.js';

@ObjectType('CostSheetItem', { description: 'What is charged in normal performance (正常履约成本)' })
export class CostSheetItemType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'Way of charging (收取方式)' })
  readonly way!: string;

  @Field(() => String, { description: 'Standard (收取标准)' })
  readonly standard!: string;

  @Field(() => String, { description: 'Who receives it (收取主体)' })
  readonly payee!: string;

  @Field(() => Money)
  readonly amount!: number;
}

@ObjectType('ContingentCost', { description: 'What is charged only on default (违约情形或有成本)' })
export class ContingentCostType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly standard!: string;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => Money, { description: 'An example: the first instalment paid 30 days late' })
  readonly example!: number;
}

@ObjectType('CostSheet', { description: 'Comprehensive financing cost sheet, immutable (综合融资成本明示表)' })
@Directive('@key(fields: "id")')
@Permit('finance.read-cost-sheet')
export class CostSheetType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LoanApplicationStub)
  readonly application!: LoanApplicationStub;

  @Field(() => LoanContractStub)
  readonly contract!: LoanContractStub;

  @Field(() => ID)
  readonly productId!: string;

  @Field(() => Money)
  readonly principal!: number;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => LocalDate)
  readonly startOn!: string;

  @Field(() => [CostSheetItemType])
  readonly items!: CostSheetItemType[];

  @Field(() => Money, { description: 'Interest and fees together' })
  readonly totalCost!: number;

  @Field(() => Rate)
  readonly annualCostCompound!: string;

  @Field(() => Rate, { description: '单利' })
  readonly annualCostSimple!: string;

  @Field(() => String, { description: 'How the annual cost is measured' })
  readonly measure!: string;

  @Field(() => [ContingentCostType])
  readonly contingent!: ContingentCostType[];

  @Field(() => String, { description: 'That nothing else is charged' })
  readonly statement!: string;

  @Field(() => [ScheduleRowType])
  readonly rows!: ScheduleRowType[];

  @Field(() => String, { description: 'SHA-256 of everything on the sheet' })
  readonly hash!: string;

  @Field(() => DateTime)
  readonly issuedAt!: Date;
}

export function costSheetView(sheet: StoredCostSheet): CostSheetType {
  const { terms, totalCostFen, items, contingent, rows, applicationId, contractId, ...rest } = sheet;
  return {
    ...rest,
    application: { id: applicationId },
    contract: { id: contractId },
    productId: terms.productId,
    principal: terms.amountFen,
    termMonths: terms.termMonths,
    annualRate: terms.annualRate,
    method: terms.method,
    totalCost: totalCostFen,
    items: items.map(({ amountFen, ...item }) => ({ ...item, amount: amountFen })),
    contingent: contingent.map(({ exampleFen, ...item }) => ({ ...item, example: exampleFen })),
    rows: rows.map(rowView),
  };
}
