import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ApproveBonuses } from '../../use-cases/bonus/approve-bonuses.use-case.js';
import { PrepareBonuses } from '../../use-cases/bonus/prepare-bonuses.use-case.js';
import { RejectBonus } from '../../use-cases/bonus/reject-bonus.use-case.js';
import { SendBonusAgain } from '../../use-cases/bonus/send-bonus-again.use-case.js';
import {
  ApproveBonusesInput,
  ApproveBonusesPayload,
  PrepareBonusesInput,
  PrepareBonusesPayload,
  RejectBonusInput,
  RejectBonusPayload,
  SendBonusAgainInput,
  SendBonusAgainPayload,
} from './bonus.input.js';
import { BonusStatementLoader } from './bonus.loader.js';
import { BonusStatementType } from './bonus.type.js';

/** The settlement of a quarter: prepared by one person, approved by another. */
@Resolver(() => BonusStatementType)
export class BonusResolver {
  constructor(
    private readonly loader: BonusStatementLoader,
    private readonly prepare: PrepareBonuses,
    private readonly approve: ApproveBonuses,
    private readonly rejectOne: RejectBonus,
    private readonly sendAgain: SendBonusAgain,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => BonusStatementType, { nullable: true, description: 'One bonus statement (奖金单)' })
  @Permit('hr.read-bonus')
  bonus(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Mutation(() => PrepareBonusesPayload, { description: 'Statements of the closed sheets of a quarter, at most 50 at a time (编制奖金单)' })
  @Permit('hr.prepare-bonuses')
  prepareBonuses(@Args('input') input: PrepareBonusesInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const { bonusIds, ...left } = await this.prepare.execute(context.actor, input);
      return { bonuses: await this.all(bonusIds, context), ...left };
    });
  }

  @Mutation(() => ApproveBonusesPayload, { description: 'By another person; what is due goes to finance (审批奖金单)' })
  @Permit('hr.approve-bonuses')
  approveBonuses(@Args('input') input: ApproveBonusesInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      bonuses: await this.all(await this.approve.execute(context.actor, input), context),
    }));
  }

  @Mutation(() => RejectBonusPayload)
  @Permit('hr.reject-bonus')
  rejectBonus(@Args('input') input: RejectBonusInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      bonus: await this.loader.byId(context, await this.rejectOne.execute(context.actor, input)),
    }));
  }

  @Mutation(() => SendBonusAgainPayload)
  @Permit('hr.send-bonus-again')
  sendBonusAgain(@Args('input') input: SendBonusAgainInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ bonusId: await this.sendAgain.execute(context.actor, input) }));
  }

  private all(ids: readonly string[], context: GraphContext) {
    return Promise.all(ids.map((id) => this.loader.byId(context, id)));
  }
}
