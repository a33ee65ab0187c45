import { Args, ArgsType, Context, Field, Float, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { EmployeeActor, LocalDate as LocalDateText } from '@weilend/kernel';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import type { SessionKind } from '../../domain/session/training-session.js';
import type { SessionState } from '../../domain/session/training-session.machine.js';
import { TrainingHoursQueries } from '../../queries/session/training-hours.queries.js';
import { TrainingSessionQueries } from '../../queries/session/training-session.queries.js';
import { SessionKindEnum, SessionStateEnum, TrainingTopicEnum } from '../enums.type.js';
import { TrainingSessionConnection } from './training-session.type.js';

@ArgsType()
export class CalendarArgs {
  @Field(() => SessionStateEnum, { nullable: true })
  readonly state?: SessionState | null;

  @Field(() => LocalDate, { nullable: true })
  readonly from?: LocalDateText | null;

  @Field(() => LocalDate, { nullable: true })
  readonly to?: LocalDateText | null;

  @Field(() => TrainingTopicEnum, { nullable: true })
  readonly topic?: TrainingTopic | null;

  @Field(() => SessionKindEnum, { nullable: true })
  readonly kind?: SessionKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those for whose seats people wait' })
  readonly hasWaiting?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ObjectType('TopicHours', { description: 'Hours of one topic' })
export class TopicHoursType {
  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => Float)
  readonly hours!: number;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('TrainingHours', { description: 'How long somebody was trained in a period (培训学时)' })
export class TrainingHoursType {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => Float, { description: 'Of trainings that were attended' })
  readonly hours!: number;

  @Field(() => Int)
  readonly sessions!: number;

  @Field(() => [TopicHoursType])
  readonly byTopic!: TopicHoursType[];

  @Field(() => Float, { description: 'Of courses of self-study that were completed' })
  readonly selfStudyHours!: number;

  @Field(() => [TopicHoursType])
  readonly selfStudyByTopic!: TopicHoursType[];
}

/** What people look at each morning. */
@Resolver()
export class SessionListsResolver {
  constructor(
    private readonly sessions: TrainingSessionQueries,
    private readonly hours: TrainingHoursQueries,
  ) {}

  @Query(() => TrainingSessionConnection, { description: 'Trainings by their day, the first day first (培训日历)' })
  @Permit('training.read-session')
  trainingCalendar(@Args() filter: CalendarArgs) {
    return this.sessions.calendar(filter);
  }

  @Query(() => TrainingHoursType, { description: 'Own hours in a period; of others for who looks after training' })
  @Permit('training.read-hours')
  trainingHours(
    @Args('from', { type: () => LocalDate }) from: LocalDateText,
    @Args('to', { type: () => LocalDate }) to: LocalDateText,
    @Args('employeeId', { type: () => ID, nullable: true }) employeeId: string | null,
    @Context() context: GraphContext,
  ) {
    return this.hours.hoursOf(context.actor as EmployeeActor, { employeeId, from, to });
  }
}
