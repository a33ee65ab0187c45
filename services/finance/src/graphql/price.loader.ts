import { Injectable } from '@nestjs/common';
import { htmlOf } from '@weilend/documents';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { costSheetPaper } from '../queries/papers/cost-sheet-paper.js';
import { PriceQueries } from '../queries/price.queries.js';
import { costSheetView } from './cost-sheet.type.js';
import type { CostSheetType } from './cost-sheet.type.js';
import { quoteView } from './quote.type.js';
import type { LoanQuoteType } from './quote.type.js';

@Injectable()
export class QuotesOfProposal extends ListLoader<LoanQuoteType> {
  constructor(private readonly prices: PriceQueries) {
    super();
  }

  protected async load(proposalIds: readonly string[]): Promise<readonly (readonly [string, LoanQuoteType])[]> {
    return (await this.prices.quotesOf(proposalIds)).map((quote) => [quote.proposalId, quoteView(quote)] as const);
  }
}

@Injectable()
export class CostSheetLoader extends EntityLoader<CostSheetType> {
  readonly typeName = 'CostSheet';

  constructor(private readonly prices: PriceQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly CostSheetType[]> {
    return (await this.prices.sheetsByIds(ids, actor)).map(costSheetView);
  }
}

/** Newest first. */
@Injectable()
export class CostSheetsOfContract extends ListLoader<CostSheetType> {
  constructor(private readonly prices: PriceQueries) {
    super();
  }

  protected async load(contractIds: readonly string[], actor: Actor): Promise<readonly (readonly [string, CostSheetType])[]> {
    return (await this.prices.sheetsOf(contractIds, actor)).map((sheet) => [sheet.contractId, costSheetView(sheet)] as const);
  }
}

/** The text of sheets by their ids. */
@Injectable()
export class CostSheetTexts extends ListLoader<string> {
  constructor(private readonly prices: PriceQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, string])[]> {
    return (await this.prices.sheetsByIds(ids, actor)).map((sheet) => [sheet.id, htmlOf(costSheetPaper(sheet))] as const);
  }
}
