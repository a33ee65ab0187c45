import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import type { FunnelDimension } from '../../domain/acquisition/funnel.js';
import { FunnelDimensionEnum } from '../enum.type.js';

@ObjectType('FunnelShare', { description: 'A share with the numbers it is reckoned from (转化率)' })
export class FunnelShareType {
  @Field(() => Int)
  readonly of!: number;

  @Field(() => Int)
  readonly among!: number;

  @Field(() => String, { nullable: true, description: 'Decimal with six places, half up; null when there is nothing to divide by' })
  readonly rate!: string | null;
}

@ObjectType('FunnelRow', { description: 'Leads of one kind and how far they came (漏斗)' })
export class FunnelRowType {
  @Field(() => String, { nullable: true, description: 'Channel, month or id; null for leads that name nothing of this kind' })
  readonly key!: string | null;

  @Field(() => Int)
  readonly leads!: number;

  @Field(() => Int)
  readonly responded!: number;

  @Field(() => Int)
  readonly enquiries!: number;

  @Field(() => Int)
  readonly customers!: number;

  @Field(() => Int)
  readonly applications!: number;

  @Field(() => Int)
  readonly approved!: number;

  @Field(() => Int)
  readonly signed!: number;

  @Field(() => Int, { description: 'Leads with a loan that was paid out' })
  readonly disbursed!: number;

  @Field(() => Int, { description: 'Loans that were paid out and not taken back' })
  readonly loans!: number;

  @Field(() => Money, { name: 'disbursedAmount' })
  readonly disbursedFen!: number;

  @Field(() => FunnelShareType, { description: 'Answered leads among all' })
  readonly responseRate!: FunnelShareType;

  @Field(() => FunnelShareType, { description: 'Customers among leads' })
  readonly customerRate!: FunnelShareType;

  @Field(() => FunnelShareType, { description: 'Leads with an application among customers' })
  readonly applicationRate!: FunnelShareType;

  @Field(() => FunnelShareType, { description: 'Approved among those with an application' })
  readonly approvalRate!: FunnelShareType;

  @Field(() => FunnelShareType, { description: 'Signed among approved' })
  readonly signingRate!: FunnelShareType;

  @Field(() => FunnelShareType, { description: 'Leads with a loan among all' })
  readonly overallRate!: FunnelShareType;

  @Field(() => Money, { nullable: true, name: 'cost', description: 'Of activities held in the period; null where costs say nothing' })
  readonly costFen!: number | null;

  @Field(() => Money, { nullable: true, name: 'costPerLead' })
  readonly costPerLeadFen!: number | null;

  @Field(() => Money, { nullable: true, name: 'costPerCustomer' })
  readonly costPerCustomerFen!: number | null;

  @Field(() => Money, { nullable: true, name: 'costPerLoan' })
  readonly costPerLoanFen!: number | null;

  readonly by!: FunnelDimension;
}

@ObjectType('SalesFunnel', { description: 'What became of the leads of a period (销售漏斗)' })
export class SalesFunnelType {
  @Field(() => FunnelDimensionEnum)
  readonly by!: string;

  @Field(() => LocalDate)
  readonly from!: string;

  @Field(() => LocalDate)
  readonly to!: string;

  @Field(() => [FunnelRowType])
  readonly rows!: readonly FunnelRowType[];

  @Field(() => FunnelRowType)
  readonly total!: FunnelRowType;
}
