import { Args, Context, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { REMINDER_KINDS, REMINDER_LEVELS } from '../../domain/reminder/training-reminder.js';
import { TrainingReminderQueries } from '../../queries/reminder/training-reminder.queries.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
const TrainingReminderKindEnum = same(REMINDER_KINDS);
registerEnumType(TrainingReminderKindEnum, {
  name: 'TrainingReminderKind',
  description:
    'Unevaluated training, evaluation, improvement, knowledge, attendance, request of hr, nomination, certificate (未评估培训、评估任务、改进事项、必备知识、未登记出席、培训申请、待审批报名、证书到期)',
});
const TrainingReminderLevelEnum = same(REMINDER_LEVELS);
registerEnumType(TrainingReminderLevelEnum, { name: 'TrainingReminderLevel', description: 'Coming near, passed (临期、逾期)' });

@ObjectType('TrainingReminder', { description: 'A reminder of a deadline of training that is still owed (到期提醒)' })
@Permit('training.read-reminder')
export class TrainingReminderType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => TrainingReminderKindEnum)
  readonly kind!: string;

  @Field(() => ID, { description: 'Id of what is owed' })
  readonly about!: string;

  @Field(() => TrainingReminderLevelEnum)
  readonly level!: string;

  @Field(() => Boolean, { description: 'True when it tells a superior of what somebody else owes' })
  readonly escalated!: boolean;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => DateTime)
  readonly raisedAt!: Date;
}

const TrainingReminderConnection = connectionOf(TrainingReminderType, 'TrainingReminder');

@Resolver(() => TrainingReminderType)
export class TrainingReminderResolver {
  constructor(private readonly reminders: TrainingReminderQueries) {}

  @Query(() => TrainingReminderConnection, { description: 'What I have to remember of training, newest first (我的培训提醒)' })
  @Permit('training.read-reminder')
  myTrainingReminders(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: GraphContext,
  ) {
    return this.reminders.mine({ first, after }, context.actor);
  }
}
