import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { MeasureWorkQueries } from '../queries/measure-work.queries.js';
import { EndMeasureWork } from '../use-cases/end-measure-work/end-measure-work.use-case.js';
import { mapPage } from './map-page.js';
import {
  BorrowerFreezeConnection,
  borrowerFreezeView,
  CompleteMeasureWorkInput,
  CompleteMeasureWorkPayload,
  MeasureWorkConnection,
  MeasureWorkListArgs,
  MeasureWorkType,
  measureWorkView,
  ReturnMeasureWorkInput,
  ReturnMeasureWorkPayload,
} from './measure-work.type.js';

/** What risk has decided and finance carries out. */
@Resolver(() => MeasureWorkType)
export class MeasureWorkResolver {
  constructor(
    private readonly works: MeasureWorkQueries,
    private readonly end: EndMeasureWork,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => MeasureWorkConnection, {
    name: 'measureWork',
    description: 'Measures of risk that finance carries out, newest first (风险措施任务)',
  })
  @Permit('finance.read-measure-work')
  async listMeasureWork(@Args() filter: MeasureWorkListArgs) {
    return mapPage(await this.works.list(filter), measureWorkView);
  }

  @Query(() => BorrowerFreezeConnection, { name: 'borrowerFreezes', description: 'Freezes in force, newest first (冻结放款)' })
  @Permit('finance.read-measure-work')
  async listFreezes(
    @Args('customerId', { type: () => ID, nullable: true }) customerId: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return mapPage(await this.works.freezes(customerId ?? null, { first, after }), borrowerFreezeView);
  }

  @Mutation(() => CompleteMeasureWorkPayload, { description: 'A collection by order of risk is done, and what it reached (完成措施任务)' })
  @Permit('finance.complete-measure-work')
  completeMeasureWork(@Args('input') input: CompleteMeasureWorkInput, @Context() context: GraphContext) {
    return this.ended(context, () => this.end.complete(context.actor, input));
  }

  @Mutation(() => ReturnMeasureWorkPayload, { description: 'Finance cannot carry out a measure and says why (退回措施任务)' })
  @Permit('finance.return-measure-work')
  returnMeasureWork(@Args('input') input: ReturnMeasureWorkInput, @Context() context: GraphContext) {
    return this.ended(context, () => this.end.giveBack(context.actor, input));
  }

  private ended(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ measureWork: measureWorkView(await this.works.get(await act())) }));
  }
}
