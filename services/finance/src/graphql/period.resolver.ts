import { Args, Context, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, DateTime, LocalDate, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { PERIOD_STATES } from '../domain/ledger/period.js';
import { PeriodQueries } from '../queries/period.queries.js';
import type { PeriodClosingRow } from '../queries/period.queries.js';
import { ClosePeriod } from '../use-cases/close-period/close-period.use-case.js';
import { balanceView, LedgerAccountBalanceType } from './ledger.type.js';
import { textEnum } from './shared.type.js';

export const LedgerPeriodStateEnum = textEnum(
  'LedgerPeriodState',
  PERIOD_STATES,
  'CLOSING: nothing can be dated into it any more, its balances follow; CLOSED: they are fixed (结账状态)',
);

@ObjectType('LedgerPeriod', { description: 'A month of the ledger that is closed, or being closed (会计期间)' })
export class LedgerPeriodType {
  @Field(() => String, { description: 'YYYY-MM' })
  readonly month!: string;

  @Field(() => LedgerPeriodStateEnum)
  readonly state!: string;

  @Field(() => LocalDate, { description: 'Its last day' })
  readonly through!: string;

  @Field(() => [LedgerAccountBalanceType], { description: 'Of all entries through its last day; none while it is being closed' })
  readonly accounts!: LedgerAccountBalanceType[];

  @Field(() => String, { description: 'Of the balances and of the closing before: a closing that was altered shows' })
  readonly hash!: string;

  @Field(() => DateTime, { nullable: true })
  readonly closedAt!: Date | null;
}

@InputType()
export class ClosePeriodInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'YYYY-MM' })
  readonly month!: string;
}

@ObjectType()
export class ClosePeriodPayload extends MutationPayload {
  @Field(() => LedgerPeriodType, { nullable: true })
  readonly ledgerPeriod?: LedgerPeriodType | null;
}

@Resolver(() => LedgerPeriodType)
export class PeriodResolver {
  constructor(
    private readonly periods: PeriodQueries,
    private readonly close: ClosePeriod,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [LedgerPeriodType], { name: 'ledgerPeriods', description: 'Closed months, newest first' })
  @Permit('finance.read-trial-balance')
  async listLedgerPeriods(@Args('first', { type: () => Int, defaultValue: 12 }) first: number) {
    return (await this.periods.newest(first)).map(periodView);
  }

  @Mutation(() => ClosePeriodPayload, {
    description: 'Close a month for good: no entry can be dated into it any more; what was wrong is corrected in the next month (结账)',
  })
  @Permit('finance.close-period')
  closePeriod(@Args('input') input: ClosePeriodInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const period = await this.periods.of(await this.close.execute(context.actor, input));
      return { ledgerPeriod: period && periodView(period) };
    });
  }
}

function periodView({ month, state, through, accounts, hash, at }: PeriodClosingRow): LedgerPeriodType {
  return { month, state, through, hash, accounts: accounts.map(balanceView), closedAt: state === 'CLOSED' ? at : null };
}
