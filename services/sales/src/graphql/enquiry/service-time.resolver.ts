import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { ServiceTimeQueries } from '../../queries/enquiry/service-time.queries.js';
import { EmployeeStub } from '../stub.type.js';
import { LateServiceType, ServiceTimeFigures } from './service-time.type.js';

/** How fast customers are served. */
@Resolver(() => ServiceTimeFigures)
export class ServiceTimeResolver {
  constructor(private readonly queries: ServiceTimeQueries) {}

  @Query(() => [ServiceTimeFigures], {
    description: 'Of what began to be owed in a period: by kind, for all and for each salesperson (服务时限统计)',
  })
  @Permit('sales.read-service-times')
  serviceTimes(
    @Args('from', { type: () => LocalDate }) from: LocalDateText,
    @Args('to', { type: () => LocalDate }) to: LocalDateText,
    @Context() context: GraphContext,
  ) {
    return this.queries.figures(from, to, context.actor);
  }

  @Query(() => [LateServiceType], { description: 'Who waits longer than was promised, the longest first, at most 200 (超时未办)' })
  @Permit('sales.read-service-times')
  lateServices(@Context() context: GraphContext) {
    return this.queries.late(context.actor);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Null: of everybody' })
  salesperson(@Parent() figures: ServiceTimeFigures) {
    return figures.salespersonId && { id: figures.salespersonId };
  }
}

@Resolver(() => LateServiceType)
export class LateServiceResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() service: LateServiceType) {
    return { id: service.salespersonId };
  }
}
