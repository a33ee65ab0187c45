import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { unanswered } from '../../domain/checks/contradictions.js';
import type { InvestigationView } from '../../queries/investigation/investigation.queries.js';
import { AnswerContradiction } from '../../use-cases/checks/answer-contradiction.use-case.js';
import { DecideWaiver } from '../../use-cases/checks/decide-waiver.use-case.js';
import { ContradictionEnum } from '../enums.type.js';
import { InvestigationLoader } from '../investigation/investigation.loader.js';
import { InvestigationType } from '../investigation/investigation.type.js';
import { AnswerContradictionPayload, DecideWaiverPayload } from '../payloads.type.js';
import { CustomerStub, EmployeeStub, refer, referOrNull } from '../references.type.js';
import { AnswerContradictionInput, DecideWaiverInput } from './comparison.input.js';
import { CheckWaiverType, ContradictionAnswerType, RelatedPartyType } from './contradiction.type.js';

/** What does not fit together and why, and which methods are left out by whose word. */
@Resolver(() => InvestigationType)
export class ContradictionResolver {
  constructor(
    private readonly loader: InvestigationLoader,
    private readonly answerCase: AnswerContradiction,
    private readonly waiverCase: DecideWaiver,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AnswerContradictionPayload, { description: 'Explains a contradiction with evidence (说明矛盾)' })
  @Permit('risk.answer-contradiction')
  answerContradiction(@Args('input') input: AnswerContradictionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.answerCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => DecideWaiverPayload, { description: 'The risk manager agrees that a method is left out, or not (决定免除申请)' })
  @Permit('risk.decide-waiver')
  decideWaiver(@Args('input') input: DecideWaiverInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.waiverCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => [ContradictionAnswerType], {
    nullable: true,
    description: 'Explanations, oldest first; one holds for the figures it names',
  })
  @Permit('risk.read-check')
  contradictionAnswers(@Parent() investigation: InvestigationView) {
    return investigation.contradictionAnswers;
  }

  @ResolveField(() => [ContradictionEnum], {
    nullable: true,
    description: 'Grave ones that nobody explained: nobody may recommend APPROVE',
  })
  @Permit('risk.read-check')
  unansweredContradictions(@Parent() investigation: InvestigationView) {
    return unanswered(investigation).map((one) => one.code);
  }

  @ResolveField(() => [CheckWaiverType], { nullable: true, description: 'Wishes to leave a method out, oldest first (免除申请)' })
  @Permit('risk.read-check')
  waivers(@Parent() investigation: InvestigationView) {
    return investigation.waivers.map(({ decision, ...waiver }) => ({
      ...waiver,
      decidedAt: decision?.at ?? null,
      decidedBy: decision?.by ?? null,
      note: decision?.note ?? null,
    }));
  }
}

@Resolver(() => ContradictionAnswerType)
export class ContradictionAnswerResolver {
  @ResolveField(() => EmployeeStub)
  answeredBy(@Parent() said: ContradictionAnswerType) {
    return refer(said.answeredBy);
  }
}

@Resolver(() => CheckWaiverType)
export class CheckWaiverResolver {
  @ResolveField(() => EmployeeStub)
  waivedBy(@Parent() waiver: CheckWaiverType) {
    return refer(waiver.waivedBy);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  decidedBy(@Parent() waiver: CheckWaiverType) {
    return referOrNull(waiver.decidedBy);
  }
}

@Resolver(() => RelatedPartyType)
export class RelatedPartyResolver {
  @ResolveField(() => CustomerStub)
  customer(@Parent() party: RelatedPartyType) {
    return refer(party.customerId);
  }
}
