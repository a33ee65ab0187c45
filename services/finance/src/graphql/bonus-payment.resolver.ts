import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { BonusState } from '../domain/bonus/bonus.machine.js';
import { BonusPaymentQueries } from '../queries/bonus-payment.queries.js';
import { RegisterSalaryAccount } from '../use-cases/register-salary-account/register-salary-account.use-case.js';
import { ReleaseBonusPayment } from '../use-cases/release-bonus-payment/release-bonus-payment.use-case.js';
import { BonusById } from './bonus-payment.loader.js';
import {
  BonusPaymentConnection,
  BonusPaymentStateEnum,
  BonusPaymentType,
  bonusView,
  CheckBonusPaymentInput,
  CheckBonusPaymentPayload,
  MakeBonusPaymentInput,
  MakeBonusPaymentPayload,
  RegisterSalaryAccountInput,
  RegisterSalaryAccountPayload,
  RejectBonusPaymentInput,
  RejectBonusPaymentPayload,
} from './bonus-payment.type.js';
import { mapPage } from './map-page.js';

/** Bonuses that human resources handed over. */
@Resolver(() => BonusPaymentType)
export class BonusPaymentResolver {
  constructor(
    private readonly byId: BonusById,
    private readonly bonuses: BonusPaymentQueries,
    private readonly release: ReleaseBonusPayment,
    private readonly register: RegisterSalaryAccount,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => BonusPaymentType, { nullable: true })
  @Permit('finance.read-bonus-payment')
  bonusPayment(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.byId.firstOf(context, id);
  }

  @Query(() => BonusPaymentConnection, { description: 'Bonuses that are to be paid or were, newest first (奖金发放)' })
  @Permit('finance.read-bonus-payment')
  async bonusPayments(
    @Args('state', { type: () => BonusPaymentStateEnum, nullable: true }) state: BonusState | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return mapPage(await this.bonuses.list({ state, first, after }), bonusView);
  }

  @Mutation(() => RegisterSalaryAccountPayload, {
    description: 'Where somebody of the company is paid; replaces the account before (登记工资账户)',
  })
  @Permit('finance.register-salary-account')
  registerSalaryAccount(@Args('input') input: RegisterSalaryAccountInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ employee: { id: await this.register.execute(context.actor, input) } }));
  }

  @Mutation(() => MakeBonusPaymentPayload, { description: 'The maker prepares the payment of exactly the bonus (经办奖金)' })
  @Permit('finance.make-bonus-payment')
  makeBonusPayment(@Args('input') { amount, ...input }: MakeBonusPaymentInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.release.make(context.actor, { ...input, amountFen: amount }));
  }

  @Mutation(() => CheckBonusPaymentPayload, { description: 'Another person releases it to the bank (复核奖金)' })
  @Permit('finance.check-bonus-payment')
  checkBonusPayment(@Args('input') input: CheckBonusPaymentInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.release.check(context.actor, input));
  }

  @Mutation(() => RejectBonusPaymentPayload, { description: 'Gives it back to human resources with a reason (退回奖金)' })
  @Permit('finance.reject-bonus-payment')
  rejectBonusPayment(@Args('input') input: RejectBonusPaymentInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.release.reject(context.actor, input));
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ bonusPayment: await this.byId.firstOf(context, await act()) }));
  }
}
