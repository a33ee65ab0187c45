import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { CareerPlan } from '../../domain/career/career-plan.js';
import type { Level, TrainingTopic } from '../../domain/career/ladder.js';
import type { TrainingReason, TrainingRequest } from '../../domain/career/training-request.js';
import {
  AskedTrainingReasonEnum,
  AskedTrainingStateEnum,
  CareerLevelEnum,
  CareerPlanStateEnum,
  CareerTopicEnum,
} from './career-enums.type.js';
import { VERSION_READ } from '../version-read.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType({ isAbstract: true })
abstract class Keyed {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;
}

@InputType()
export class LevelCriteriaInput {
  @Field(() => Int)
  readonly quartersAtLevel!: number;

  @Field(() => Int)
  readonly closedQuarters!: number;

  @Field(() => Int)
  readonly leastScore!: number;

  @Field(() => Int)
  readonly severeFreeQuarters!: number;

  @Field(() => Float)
  readonly trainingHours!: number;

  @Field(() => [CareerTopicEnum])
  readonly trainedTopics!: TrainingTopic[];

  @Field(() => Int, { nullable: true, defaultValue: null, description: 'Basis points; null asks nothing' })
  readonly mostOverdueBp!: number | null;
}

@InputType()
export class LadderLevelInput {
  @Field(() => CareerLevelEnum)
  readonly level!: Level;

  @Field(() => LevelCriteriaInput, { nullable: true, defaultValue: null, description: 'Left out where everybody begins' })
  readonly criteria!: LevelCriteriaInput | null;
}

@InputType()
export class PublishCareerLadderInput extends Keyed {
  @Field(() => LocalDate)
  readonly effectiveFrom!: LocalDateText;

  @Field(() => [LadderLevelInput], { description: 'All levels, from the lowest to the highest' })
  readonly levels!: LadderLevelInput[];

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ApproveCareerLadderInput extends Keyed {
  @Field(() => ID)
  readonly ladderId!: string;

  @Field(() => Int, VERSION_READ)
  readonly version?: number | null;
}

@InputType()
export class ConfirmFirstLevelInput extends Keyed {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => CareerLevelEnum, { description: 'The one that was asked for' })
  readonly level!: Level;
}

@InputType()
export class SetFirstLevelInput extends Keyed {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => CareerLevelEnum)
  readonly level!: Level;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class CareerGoalInput {
  @Field(() => String)
  readonly text!: string;

  @Field(() => [String])
  readonly steps!: string[];

  @Field(() => [CareerTopicEnum], { defaultValue: [] })
  readonly topics!: TrainingTopic[];
}

@InputType()
export class MakeCareerPlanInput extends Keyed {
  @Field(() => CareerLevelEnum)
  readonly targetLevel!: Level;

  @Field(() => LocalDate)
  readonly byWhen!: LocalDateText;

  @Field(() => [CareerGoalInput])
  readonly goals!: CareerGoalInput[];
}

@InputType()
export class ChangeCareerPlanInput extends MakeCareerPlanInput {
  @Field(() => ID)
  readonly planId!: string;
}

@InputType({ isAbstract: true })
abstract class OnPlan extends Keyed {
  @Field(() => ID)
  readonly planId!: string;
}

@InputType()
export class FinishCareerStepInput extends OnPlan {
  @Field(() => Int, { description: 'Which goal, from 1 on' })
  readonly goal!: number;

  @Field(() => Int, { description: 'Which of its steps, from 1 on' })
  readonly step!: number;
}

@InputType()
export class NoteCareerProgressInput extends OnPlan {
  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class CommentCareerPlanInput extends OnPlan {
  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class EndCareerPlanInput extends OnPlan {}

@InputType()
export class RequestCareerTrainingInput extends OnPlan {
  @Field(() => CareerTopicEnum)
  readonly topic!: TrainingTopic;
}

@InputType()
export class AgreedSupportInput {
  @Field(() => String)
  readonly what!: string;

  @Field(() => LocalDate, { nullable: true, defaultValue: null })
  readonly dueOn!: LocalDateText | null;
}

@InputType()
export class RecordCareerTalkInput extends Keyed {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => LocalDate)
  readonly heldOn!: LocalDateText;

  @Field(() => String)
  readonly needs!: string;

  @Field(() => String)
  readonly guidance!: string;

  @Field(() => [AgreedSupportInput])
  readonly support!: AgreedSupportInput[];
}

@ArgsType()
export abstract class PageArgs {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class OfPersonArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;
}

@ArgsType()
export class CareerPlanArgs extends OfPersonArgs {
  @Field(() => CareerPlanStateEnum, { nullable: true })
  readonly state?: CareerPlan['state'] | null;
}

@ArgsType()
export class AskedTrainingArgs extends OfPersonArgs {
  @Field(() => AskedTrainingStateEnum, { nullable: true })
  readonly state?: TrainingRequest['state'] | null;

  @Field(() => AskedTrainingReasonEnum, { nullable: true })
  readonly reason?: TrainingReason | null;
}

@ArgsType()
export class TalksDueArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Those that one superior owes' })
  readonly managerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only the overdue ones' })
  readonly overdue?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Due up to that day' })
  readonly until?: LocalDateText | null;
}
