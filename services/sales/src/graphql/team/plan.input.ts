import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';

const KEY = 'Makes a repeated request safe: same key and input give the first answer';

@InputType()
export class SalesPlanFiguresInput {
  @Field(() => Money)
  readonly disbursed!: number;

  @Field(() => Int)
  readonly loans!: number;

  @Field(() => Int)
  readonly newCustomers!: number;
}

@InputType()
export class SalesTargetInput extends SalesPlanFiguresInput {
  @Field(() => ID)
  readonly employeeId!: string;
}

@InputType()
export class SalesInitiativeInput {
  @Field(() => String)
  readonly title!: string;

  @Field(() => ID)
  readonly ownerId!: string;

  @Field(() => LocalDate, { description: 'Within the quarter' })
  readonly dueOn!: LocalDateText;
}

@InputType({ isAbstract: true })
abstract class PlanContentInput {
  @Field(() => String, { nullable: true, description: KEY })
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly strategy!: string;

  @Field(() => [SalesInitiativeInput], { nullable: true })
  readonly initiatives?: SalesInitiativeInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Market reports that the plan rests on' })
  readonly reportIds?: string[] | null;

  @Field(() => SalesPlanFiguresInput)
  readonly department!: SalesPlanFiguresInput;

  @Field(() => [SalesTargetInput], { description: 'To publish: one for each active salesperson, together at least the department target' })
  readonly targets!: SalesTargetInput[];
}

@InputType()
export class CreateSalesPlanInput extends PlanContentInput {
  @Field(() => String, { description: 'Natural quarter, for instance 2026-Q4' })
  readonly quarter!: string;
}

@InputType()
export class ChangeSalesPlanInput extends PlanContentInput {
  @Field(() => ID)
  readonly planId!: string;

  @Field(() => String, { nullable: true, description: 'Needed once the plan is published' })
  readonly reason?: string | null;
}

@InputType()
export class PublishSalesPlanInput {
  @Field(() => String, { nullable: true, description: KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly planId!: string;
}
