import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { BusinessClock, newId, parseLocalDate, parseRate } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { costSheetHash, makeCostSheet, sheetTermsHash } from '../../domain/cost-sheet/cost-sheet.js';
import type { CostSheetContent } from '../../domain/cost-sheet/cost-sheet.js';
import { getInForce } from '../../domain/product/product.js';
import { CostSheets } from '../../persistence/cost-sheet.repository.js';
import type { StoredCostSheet } from '../../persistence/cost-sheet.repository.js';
import { Products } from '../../persistence/product.repository.js';
import { termsOf } from '../terms-of.js';

/** Issues the immutable, hashed cost sheet of exactly the terms of a drafted contract, by machine [4.17, 7.9, 7.10]. */
@Injectable()
export class IssueCostSheet {
  constructor(
    private readonly products: Products,
    private readonly sheets: CostSheets,
    private readonly parameters: Parameters,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** Inside the consumer's transaction; a DomainError (price list, cap, limits) returns the handoff. The same content is one sheet. */
  async apply(wanted: HandoffData<'issue-cost-sheet'>, handoffId: string, tx: Tx): Promise<void> {
    const startOn = parseLocalDate(wanted.startOn, 'startOn');
    const version = getInForce(await this.products.get(wanted.productId, tx), startOn);
    const { contractId, applicationId } = wanted;
    const cap = parseRate(await this.parameters.text('rate.hard-cap', this.clock.today()));
    const content = makeCostSheet(version, { contractId, applicationId, terms: termsOf(wanted), startOn }, cap);
    const salespersonId = wanted.participants.find((one) => one.role === 'SALESPERSON')?.employeeId ?? null;
    const sheet = await this.issue(content, salespersonId, tx);
    const { id, hash, termsHash, annualCostCompound } = sheet;
    await this.outbox.add(
      event('finance.cost-sheet-issued.v1', applicationId, {
        costSheetId: id,
        contractId,
        applicationId,
        hash,
        termsHash,
        annualCostCompound,
      }),
      tx,
    );
    await this.handoffs.complete(handoffId, { costSheetId: id, contractId, hash }, tx);
  }

  private async issue(content: CostSheetContent, salespersonId: string | null, tx: Tx): Promise<StoredCostSheet> {
    const hash = costSheetHash(content);
    const known = await this.sheets.ofContent(content.contractId, hash, tx);
    if (known) return known;
    const sheet = {
      ...content,
      id: newId('cst'),
      version: 0,
      salespersonId,
      hash,
      termsHash: sheetTermsHash(content),
      issuedAt: this.clock.now(),
    };
    return this.sheets.insert(sheet, tx);
  }
}
