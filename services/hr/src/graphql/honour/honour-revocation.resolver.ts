import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { HonourQueries } from '../../queries/honour/honour.queries.js';
import { RevokeHonour } from '../../use-cases/honour/revoke-honour.use-case.js';
import { RevokeHonourInput } from './honour.input.js';
import { HonourAwardLoader } from './honour.loader.js';
import { HonourAwardType, RevokeHonourPayload } from './honour.type.js';

/** What is taken back. */
@Resolver(() => HonourAwardType)
export class HonourRevocationResolver {
  constructor(
    private readonly loader: HonourAwardLoader,
    private readonly queries: HonourQueries,
    private readonly revoke: RevokeHonour,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RevokeHonourPayload, { description: 'After a severe violation; nobody moves up (撤销荣誉)' })
  @Permit('hr.revoke-honour')
  revokeHonour(@Args('input') input: RevokeHonourInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      award: await this.loader.byId(context, await this.revoke.execute(context.actor, input)),
    }));
  }

  @Query(() => [HonourAwardType], { description: 'Held by people with a severe violation since, newest first (待核查荣誉)' })
  @Permit('hr.revoke-honour')
  honourAwardsInQuestion() {
    return this.queries.awardsInQuestion();
  }
}
