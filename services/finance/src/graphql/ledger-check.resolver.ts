import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { LedgerCheckQueries } from '../queries/ledger-check.queries.js';
import { CheckLedger } from '../use-cases/check-ledger/check-ledger.use-case.js';
import {
  CheckLedgerInput,
  checkView,
  findingView,
  LedgerCheckArgs,
  LedgerCheckConnection,
  LedgerCheckType,
  LedgerFindingArgs,
  LedgerFindingConnection,
} from './ledger-check.type.js';
import { mapPage } from './map-page.js';

@ObjectType()
export class CheckLedgerPayload extends MutationPayload {
  @Field(() => LedgerCheckType, { nullable: true })
  readonly ledgerCheck?: LedgerCheckType | null;
}

@Resolver(() => LedgerCheckType)
export class LedgerCheckResolver {
  constructor(
    private readonly checks: LedgerCheckQueries,
    private readonly check: CheckLedger,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => LedgerCheckConnection, { name: 'ledgerChecks', description: 'Checks of the books, newest first' })
  @Permit('finance.read-ledger-check')
  async listLedgerChecks(@Args() args: LedgerCheckArgs) {
    return mapPage(await this.checks.list(args), checkView);
  }

  @Query(() => LedgerFindingConnection, { name: 'ledgerFindings', description: 'What a check of the books found, in that order' })
  @Permit('finance.read-ledger-check')
  async listLedgerFindings(@Args() args: LedgerFindingArgs) {
    return mapPage(await this.checks.findingsOf(args), findingView);
  }

  @Mutation(() => CheckLedgerPayload, {
    description: 'Begin a check of the whole books; ask ledgerChecks for its progress (全面账务核对)',
  })
  @Permit('finance.check-ledger')
  checkLedger(@Args('input') input: CheckLedgerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const check = await this.checks.byId(await this.check.execute(context.actor, input));
      return { ledgerCheck: check && checkView(check) };
    });
  }
}
