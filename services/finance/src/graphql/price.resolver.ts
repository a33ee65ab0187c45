import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CostSheetType } from './cost-sheet.type.js';
import { CostSheetsOfContract, QuotesOfProposal } from './price.loader.js';
import { LoanQuoteType } from './quote.type.js';
import { LoanContractStub, ProposalStub } from './shared.type.js';

@Resolver(() => ProposalStub)
export class ProposalQuotesResolver {
  constructor(private readonly quotes: QuotesOfProposal) {}

  @ResolveField('quotes', () => [LoanQuoteType], { nullable: true, description: 'Quotes of finance, one per suitable method (报价)' })
  @Permit('finance.read-quote')
  quotesOf(@Parent() proposal: ProposalStub, @Context() context: GraphContext) {
    return this.quotes.of(context, proposal.id);
  }
}

/** The same quotes for who has only the proposal's id. */
@Resolver(() => LoanQuoteType)
export class LoanQuoteResolver {
  constructor(private readonly quotes: QuotesOfProposal) {}

  @Query(() => [LoanQuoteType], { name: 'loanQuotes', description: 'Quotes of a proposal, one per suitable method (报价)' })
  @Permit('finance.read-quote')
  loanQuotesOf(@Args('proposalId', { type: () => ID }) proposalId: string, @Context() context: GraphContext) {
    return this.quotes.of(context, proposalId);
  }
}

@Resolver(() => LoanContractStub)
export class ContractCostSheetResolver {
  constructor(private readonly sheets: CostSheetsOfContract) {}

  @ResolveField(() => CostSheetType, { nullable: true, description: 'Newest cost sheet of the contract (综合融资成本明示表)' })
  @Permit('finance.read-cost-sheet')
  costSheet(@Parent() contract: LoanContractStub, @Context() context: GraphContext) {
    return this.sheets.firstOf(context, contract.id);
  }
}
