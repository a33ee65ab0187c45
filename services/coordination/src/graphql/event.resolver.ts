import { Args, ArgsType, Context, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { EventQueries } from '../queries/event.queries.js';
import { EventConnection, EventType } from './event.type.js';

@ArgsType()
export class EventsArgs {
  @Field(() => String, { nullable: true, description: 'Cursor of the last event that was read' })
  readonly after?: string | null;

  @Field(() => [String], { nullable: true })
  readonly types?: string[] | null;

  @Field(() => [ID], { nullable: true })
  readonly subjects?: string[] | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;
}

@Resolver(() => EventType)
export class EventResolver {
  constructor(private readonly eventQueries: EventQueries) {}

  @Query(() => EventConnection, { description: 'The event log, oldest first; only types that your role may read (事件日志)' })
  @Permit('coordination.read-event')
  events(@Args() request: EventsArgs, @Context() context: GraphContext) {
    return this.eventQueries.list(request, context.actor);
  }
}
