import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { MarketReportKind, MarketTopic } from '../../domain/team/market-report.js';
import type { ProblemKind } from '../../domain/team/problem.js';
import type { WorkKind } from '../../domain/team/work-log.js';
import { MarketReportKindEnum, MarketTopicEnum, SalesProblemKindEnum, WorkKindEnum } from '../enum.type.js';

const KEY = 'Makes a repeated request safe: same key and input give the first answer';

@InputType({ isAbstract: true })
abstract class Keyed {
  @Field(() => String, { nullable: true, description: KEY })
  readonly requestKey?: string | null;
}

@InputType()
export class LogWorkInput extends Keyed {
  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly day?: LocalDateText | null;

  @Field(() => WorkKindEnum)
  readonly kind!: WorkKind;

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => String)
  readonly note!: string;

  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly leadId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly applicationId?: string | null;
}

@InputType()
export class HandInWorkLogInput extends Keyed {
  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly day?: LocalDateText | null;

  @Field(() => String)
  readonly summary!: string;

  @Field(() => String)
  readonly tomorrow!: string;
}

@InputType()
export class ReviewWorkLogInput extends Keyed {
  @Field(() => ID)
  readonly workLogId!: string;

  @Field(() => String)
  readonly comment!: string;
}

@InputType()
export class RaiseSalesProblemInput extends Keyed {
  @Field(() => SalesProblemKindEnum)
  readonly kind!: ProblemKind;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class AssignSalesProblemInput extends Keyed {
  @Field(() => ID)
  readonly problemId!: string;

  @Field(() => ID)
  readonly ownerId!: string;

  @Field(() => LocalDate)
  readonly dueOn!: LocalDateText;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class SolveSalesProblemInput extends Keyed {
  @Field(() => ID)
  readonly problemId!: string;

  @Field(() => String)
  readonly resolution!: string;
}

@InputType()
export class JudgeSalesProblemInput extends Keyed {
  @Field(() => ID)
  readonly problemId!: string;

  @Field(() => Boolean)
  readonly solved!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed when it is not solved' })
  readonly reason?: string | null;
}

@InputType({ isAbstract: true })
abstract class MarketFindingInput extends Keyed {
  @Field(() => String)
  readonly finding!: string;

  @Field(() => String, { description: 'What follows from it' })
  readonly consequence!: string;

  @Field(() => String, { description: 'Where it is known from' })
  readonly source!: string;
}

@InputType()
export class WriteMarketReportInput extends MarketFindingInput {
  @Field(() => MarketReportKindEnum)
  readonly kind!: MarketReportKind;

  @Field(() => MarketTopicEnum)
  readonly topic!: MarketTopic;

  @Field(() => String, { nullable: true, description: 'Needed for a report on a competitor' })
  readonly competitor?: string | null;
}

@InputType()
export class CorrectMarketReportInput extends MarketFindingInput {
  @Field(() => ID)
  readonly reportId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ConcludeMarketReportInput extends Keyed {
  @Field(() => ID)
  readonly reportId!: string;

  @Field(() => String)
  readonly conclusion!: string;
}
