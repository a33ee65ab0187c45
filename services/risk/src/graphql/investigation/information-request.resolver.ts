import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import { isLate } from '../../domain/investigation/information-request.js';
import type { InvestigationView } from '../../queries/investigation/investigation.queries.js';
import { RequestInformation } from '../../use-cases/investigation/request-information.use-case.js';
import { InformationReplyType, InformationRequestType } from './information-request.type.js';
import { RequestInformationInput } from './investigation.input.js';
import { InvestigationLoader } from './investigation.loader.js';
import { InvestigationType } from './investigation.type.js';
import { RequestInformationPayload } from '../payloads.type.js';
import { EmployeeStub, refer, referOrNull } from '../references.type.js';

/** Questions to sales and what came back. */
@Resolver(() => InvestigationType)
export class InformationRequestResolver {
  constructor(
    private readonly loader: InvestigationLoader,
    private readonly requestCase: RequestInformation,
    private readonly texts: RefusalTexts,
    private readonly clock: BusinessClock,
  ) {}

  @Mutation(() => RequestInformationPayload, { description: 'Asks sales for facts while the investigation runs on (信息征询)' })
  @Permit('risk.request-information')
  requestInformation(@Args('input') input: RequestInformationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.requestCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => [InformationRequestType], { description: 'Questions to sales with their replies, oldest first' })
  informationRequests(@Parent() investigation: InvestigationView) {
    const now = this.clock.now();
    return investigation.informationRequests.map((one) => ({
      ...one,
      pauseReason: one.waiting?.reason ?? null,
      askedBy: refer(one.askedBy),
      late: isLate(one, now),
    }));
  }
}

@Resolver(() => InformationReplyType)
export class InformationReplyResolver {
  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who of sales answered' })
  by(@Parent() reply: InformationReplyType) {
    return referOrNull(reply.by);
  }
}
