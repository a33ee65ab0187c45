import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Files } from '@weilend/files';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CostSheetType } from './cost-sheet.type.js';
import { PaperDownloadType } from './paper.type.js';
import { CostSheetsOfContract, CostSheetTexts, QuotesOfProposal } from './price.loader.js';
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

/** The sheet as it is handed to the borrower; both say the stored figures and carry their hash. */
@Resolver(() => CostSheetType)
export class CostSheetPaperResolver {
  constructor(
    private readonly texts: CostSheetTexts,
    private readonly files: Files,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'The whole sheet in Chinese, as HTML (综合融资成本明示表)' })
  html(@Parent() sheet: CostSheetType, @Context() context: GraphContext) {
    return this.texts.firstOf(context, sheet.id);
  }

  @ResolveField(() => PaperDownloadType, { description: 'The same as a PDF: its bytes are the same each time' })
  pdf(@Parent() sheet: CostSheetType) {
    return this.files.madeTicket(sheet.id);
  }
}
