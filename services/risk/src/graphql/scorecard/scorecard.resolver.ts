import { Args, Context, Mutation, ObjectType, Field, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ActivateScorecard } from '../../use-cases/scorecard/activate-scorecard.use-case.js';
import { ApproveScorecard } from '../../use-cases/scorecard/approve-scorecard.use-case.js';
import { DraftScorecard } from '../../use-cases/scorecard/draft-scorecard.use-case.js';
import { ProposeScorecard } from '../../use-cases/scorecard/propose-scorecard.use-case.js';
import { RejectScorecard } from '../../use-cases/scorecard/reject-scorecard.use-case.js';
import { RetireScorecard } from '../../use-cases/scorecard/retire-scorecard.use-case.js';
import { SetChallengerScorecard } from '../../use-cases/scorecard/set-challenger-scorecard.use-case.js';
import {
  ActivateScorecardInput,
  ApproveScorecardInput,
  contentOf,
  DraftScorecardInput,
  ProposeScorecardInput,
  RejectScorecardInput,
  RetireScorecardInput,
  SetChallengerScorecardInput,
} from './scorecard.input.js';
import { ScorecardLoader } from './scorecard.loader.js';
import { ScorecardType } from './scorecard.type.js';

@ObjectType({ isAbstract: true })
abstract class ScorecardPayload extends MutationPayload {
  @Field(() => ScorecardType, { nullable: true })
  readonly scorecard?: ScorecardType | null;
}

@ObjectType()
export class DraftScorecardPayload extends ScorecardPayload {}

@ObjectType()
export class ProposeScorecardPayload extends ScorecardPayload {}

@ObjectType()
export class ApproveScorecardPayload extends ScorecardPayload {}

@ObjectType()
export class RejectScorecardPayload extends ScorecardPayload {}

@ObjectType()
export class ActivateScorecardPayload extends ScorecardPayload {}

@ObjectType()
export class RetireScorecardPayload extends ScorecardPayload {}

@ObjectType()
export class SetChallengerScorecardPayload extends ScorecardPayload {}

/** A card before it decides: written down, put to approval, approved by somebody else, or turned down. */
@Resolver(() => ScorecardType)
export class ScorecardProposalResolver {
  constructor(
    private readonly loader: ScorecardLoader,
    private readonly draftCase: DraftScorecard,
    private readonly proposeCase: ProposeScorecard,
    private readonly approveCase: ApproveScorecard,
    private readonly rejectCase: RejectScorecard,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => DraftScorecardPayload, { description: 'Writes down the next version of a card (拟定评分卡)' })
  @Permit('risk.draft-scorecard')
  draftScorecard(@Args('input') input: DraftScorecardInput, @Context() context: GraphContext) {
    const { requestKey, cardId, segment, reason, origin } = input;
    const request = { requestKey, cardId, segment, reason, origin, content: contentOf(input) };
    return answer(this.texts, context, async () => ({
      scorecard: await this.loader.byId(context, await this.draftCase.execute(context.actor, request)),
    }));
  }

  @Mutation(() => ProposeScorecardPayload, { description: 'Checks a drafted card and puts it to approval (提交评分卡)' })
  @Permit('risk.propose-scorecard')
  proposeScorecard(@Args('input') input: ProposeScorecardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      scorecard: await this.loader.byId(context, await this.proposeCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ApproveScorecardPayload, { description: 'Never by who drafted or proposed it (批准评分卡)' })
  @Permit('risk.approve-scorecard')
  approveScorecard(@Args('input') input: ApproveScorecardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      scorecard: await this.loader.byId(context, await this.approveCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RejectScorecardPayload, { description: 'Turns a card down for good (否决评分卡)' })
  @Permit('risk.reject-scorecard')
  rejectScorecard(@Args('input') input: RejectScorecardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      scorecard: await this.loader.byId(context, await this.rejectCase.execute(context.actor, input)),
    }));
  }
}

/** Which card decides, and which runs in its shadow. */
@Resolver(() => ScorecardType)
export class ScorecardUseResolver {
  constructor(
    private readonly loader: ScorecardLoader,
    private readonly activateCase: ActivateScorecard,
    private readonly retireCase: RetireScorecard,
    private readonly challengerCase: SetChallengerScorecard,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ActivateScorecardPayload, { description: 'Decides from today, in place of the card of the same customers (启用评分卡)' })
  @Permit('risk.activate-scorecard')
  activateScorecard(@Args('input') input: ActivateScorecardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      scorecard: await this.loader.byId(context, await this.activateCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RetireScorecardPayload, { description: 'The card for all customers decides again (停用评分卡)' })
  @Permit('risk.retire-scorecard')
  retireScorecard(@Args('input') input: RetireScorecardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      scorecard: await this.loader.byId(context, await this.retireCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => SetChallengerScorecardPayload, { description: 'Lets a proposed card score beside the one that decides (设为挑战者)' })
  @Permit('risk.set-challenger-scorecard')
  setChallengerScorecard(@Args('input') input: SetChallengerScorecardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      scorecard: await this.loader.byId(context, await this.challengerCase.execute(context.actor, input)),
    }));
  }
}
