import { Args, Context, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, DateTime, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { ClockAdvance } from '../domain/clock/clock-steps.js';
import { ClockQueries } from '../queries/clock.queries.js';
import { AdvanceClock } from '../use-cases/advance-clock/advance-clock.use-case.js';
import { AdvanceClockInput, ClockAdvanceType, CompanyClockType } from './clock.type.js';
import { DepartmentEnum } from './shared.type.js';

@ObjectType()
export class AdvanceClockPayload extends MutationPayload {
  @Field(() => ClockAdvanceType, { nullable: true })
  readonly clockAdvance?: ClockAdvanceType | null;
}

@Resolver(() => ClockAdvanceType)
export class ClockResolver {
  constructor(
    private readonly clockQueries: ClockQueries,
    private readonly advanceClockCase: AdvanceClock,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => CompanyClockType, { description: 'Business time now' })
  @Permit('coordination.read-clock')
  businessClock() {
    return this.clockQueries.reading();
  }

  @Query(() => ClockAdvanceType, { nullable: true })
  @Permit('coordination.read-clock')
  clockAdvance(@Args('id', { type: () => ID }) id: string) {
    return this.clockQueries.advance(id);
  }

  @Mutation(() => AdvanceClockPayload, {
    description: 'Move the controlled clock forward, stopping at everything that becomes due on the way',
  })
  @Permit('coordination.advance-clock')
  advanceClock(@Args('input') input: AdvanceClockInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      clockAdvance: await this.clockQueries.advance(await this.advanceClockCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => DateTime, { description: 'Business time that it has reached' })
  now(@Parent() advance: ClockAdvance) {
    return advance.reached;
  }

  @ResolveField(() => [DepartmentEnum], {
    description: 'Departments that have not followed the last step yet; one that is down holds the clock',
  })
  waitingFor(@Parent() advance: ClockAdvance) {
    return this.clockQueries.waitingFor(advance);
  }
}
