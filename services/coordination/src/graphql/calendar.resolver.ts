import { Args, Context, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CalendarQueries } from '../queries/calendar.queries.js';
import { RenewCalendar } from '../use-cases/renew-calendar/renew-calendar.use-case.js';

@InputType()
export class RenewMyCalendarUrlInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;
}

@ObjectType()
export class RenewMyCalendarUrlPayload extends MutationPayload {
  @Field(() => String, { nullable: true })
  readonly calendarUrl?: string | null;
}

@Resolver()
export class CalendarResolver {
  constructor(
    private readonly calendars: CalendarQueries,
    private readonly renewCase: RenewCalendar,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => String, {
    description: 'Address of your own calendar for a calendar program; keep it secret, it needs no token (我的会议日历)',
  })
  @Permit('coordination.read-calendar')
  myCalendarUrl(@Context() context: GraphContext) {
    return this.calendars.addressFor(context.actor);
  }

  @Mutation(() => RenewMyCalendarUrlPayload, { description: 'A new address of your calendar; the old one is void at once' })
  @Permit('coordination.renew-calendar')
  renewMyCalendarUrl(@Args('input') input: RenewMyCalendarUrlInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      await this.renewCase.execute(context.actor, input);
      return { calendarUrl: await this.calendars.addressFor(context.actor) };
    });
  }
}
