import { Args, Context, Field, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { DayEndQueries } from '../queries/day-end.queries.js';
import { StartDayEnd } from '../use-cases/run-day-end/start-day-end.use-case.js';
import { DayEndType, RunDayEndInput } from './day-end.type.js';

@ObjectType()
export class RunDayEndPayload extends MutationPayload {
  @Field(() => DayEndType, { nullable: true })
  readonly dayEnd?: DayEndType | null;
}

@Resolver(() => DayEndType)
export class DayEndResolver {
  constructor(
    private readonly dayEnds: DayEndQueries,
    private readonly start: StartDayEnd,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => DayEndType, { nullable: true, description: 'How far the end of a business day is' })
  @Permit('finance.read-day-end')
  dayEnd(@Args('businessDate', { type: () => LocalDate }) businessDate: LocalDateText) {
    return this.dayEnds.of(businessDate);
  }

  @Query(() => [DayEndType], { name: 'dayEnds', description: 'Day ends, newest first' })
  @Permit('finance.read-day-end')
  listDayEnds(@Args('first', { type: () => Int, defaultValue: 10 }) first: number) {
    return this.dayEnds.newest(first);
  }

  @Mutation(() => RunDayEndPayload, {
    description: 'Begin the end of a business day, and of days missed before it; ask dayEnd for its progress (日终)',
  })
  @Permit('finance.run-day-end')
  runDayEnd(@Args('input') input: RunDayEndInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      dayEnd: await this.dayEnds.of(await this.start.execute(context.actor, input)),
    }));
  }
}
