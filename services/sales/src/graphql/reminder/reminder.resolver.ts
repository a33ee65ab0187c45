import { Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, connectionOf, DateTime, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ReminderQueries } from '../../queries/reminder/reminder.queries.js';
import { SeeReminder } from '../../use-cases/reminder/see-reminder.use-case.js';
import { SalesReminderKindEnum, SalesReminderLevelEnum } from '../enum.type.js';

@ObjectType('SalesReminder', { description: 'A reminder of a deadline that is still owed (到期提醒)' })
@Permit('sales.read-reminder')
export class SalesReminderType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SalesReminderKindEnum)
  readonly kind!: string;

  @Field(() => ID, { description: 'Id of what is owed: an enquiry, a customer, a problem, ...' })
  readonly about!: string;

  @Field(() => SalesReminderLevelEnum)
  readonly level!: string;

  @Field(() => Boolean, { description: "True when it tells the manager of somebody else's deadline" })
  readonly escalated!: boolean;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => DateTime)
  readonly raisedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly seenAt!: Date | null;
}

const SalesReminderConnection = connectionOf(SalesReminderType, 'SalesReminder');

@InputType()
export class SeeReminderInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly reminderId!: string;
}

@ObjectType()
export class SeeReminderPayload extends MutationPayload {
  @Field(() => SalesReminderType, { nullable: true })
  readonly reminder?: SalesReminderType | null;
}

@Resolver(() => SalesReminderType)
export class ReminderResolver {
  constructor(
    private readonly queries: ReminderQueries,
    private readonly seeReminderCase: SeeReminder,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => SalesReminderConnection, {
    description: 'What I have to remember: near and passed deadlines that are still owed, newest first',
  })
  @Permit('sales.read-reminder')
  myReminders(
    @Context() context: GraphContext,
    @Args('kind', { type: () => SalesReminderKindEnum, nullable: true }) kind: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.mine({ kind, first, after }, context.actor);
  }

  @Mutation(() => SeeReminderPayload, { description: 'Notes that I have seen a reminder of mine (已读提醒)' })
  @Permit('sales.see-reminder')
  seeReminder(@Args('input') input: SeeReminderInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const id = await this.seeReminderCase.execute(context.actor, input);
      const [reminder] = await this.queries.byIds([id], context.actor);
      return { reminder };
    });
  }
}
