import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import { SalesMeasureEnum, SalesPlanStateEnum } from '../enum.type.js';

@ObjectType({ description: 'Money paid out, number of loans, customers with their first loan (销售指标)' })
export class SalesPlanFigures {
  @Field(() => Money, { name: 'disbursed' })
  readonly disbursedFen!: number;

  @Field(() => Int)
  readonly loans!: number;

  @Field(() => Int, { description: 'Customers whose first loan ever was paid out' })
  readonly newCustomers!: number;
}

@ObjectType({ description: 'What one salesperson answers for (个人目标)' })
export class SalesTarget extends SalesPlanFigures {
  readonly employeeId!: string;
}

@ObjectType({ description: 'Something to be done for the plan (重点工作)' })
export class SalesInitiative {
  @Field(() => String)
  readonly title!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  readonly ownerId!: string;
}

@ObjectType({ description: 'What a running or coming plan still asks of somebody who has left (离职人员的计划任务)' })
export class SalesPlanOrphans {
  @Field(() => ID)
  readonly planId!: string;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => SalesTarget, { nullable: true })
  readonly target!: SalesTarget | null;

  @Field(() => [SalesInitiative])
  readonly initiatives!: readonly SalesInitiative[];

  readonly employeeId!: string;
}

@ObjectType({ description: 'A target beside what was reached' })
export class SalesAchievement {
  @Field(() => SalesMeasureEnum)
  readonly measure!: string;

  @Field(() => String, { description: 'Fen for money, a count otherwise' })
  readonly target!: number;

  @Field(() => String, { description: 'Fen for money, a count otherwise' })
  readonly achieved!: number;

  @Field(() => Rate, { nullable: true, description: 'Achieved / target, cut after four decimals; null when nothing was asked' })
  readonly share!: string | null;
}

@ObjectType({ description: 'What one salesperson has reached' })
export class PersonalAchievement {
  @Field(() => [SalesAchievement])
  readonly achievements!: SalesAchievement[];

  readonly employeeId!: string;
}

@ObjectType({ description: 'A plan beside what has been reached until now (完成情况)' })
export class SalesPlanProgress {
  @Field(() => [SalesAchievement])
  readonly department!: SalesAchievement[];

  @Field(() => [PersonalAchievement], { description: 'All for the manager, oneself for a salesperson' })
  readonly people!: PersonalAchievement[];
}

@ObjectType({ description: 'What a plan said before a revision' })
export class SalesPlanContent {
  @Field(() => String)
  readonly strategy!: string;

  @Field(() => SalesPlanFigures)
  readonly department!: SalesPlanFigures;

  @Field(() => [SalesTarget])
  readonly targets!: SalesTarget[];
}

@ObjectType({ description: 'A change of a published plan (计划调整)' })
export class SalesPlanRevision {
  @Field(() => SalesPlanContent)
  readonly before!: SalesPlanContent;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('SalesPlan', { description: 'The sales plan of a quarter (销售计划)' })
@Permit('sales.read-sales-plan')
export class SalesPlanType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Natural quarter, for instance 2026-Q4' })
  readonly quarter!: string;

  @Field(() => SalesPlanStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly strategy!: string;

  @Field(() => [SalesInitiative])
  readonly initiatives!: SalesInitiative[];

  @Field(() => SalesPlanFigures)
  readonly department!: SalesPlanFigures;

  @Field(() => [SalesTarget])
  readonly targets!: SalesTarget[];

  @Field(() => DateTime, { nullable: true })
  readonly publishedAt!: Date | null;

  @Field(() => [SalesPlanRevision])
  readonly revisions!: SalesPlanRevision[];

  readonly reportIds!: string[];
}

export const SalesPlanConnection = connectionOf(SalesPlanType, 'SalesPlan');
