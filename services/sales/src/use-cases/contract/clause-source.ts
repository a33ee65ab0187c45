import { Inject, Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters, ServiceConfig } from '@weilend/service';
import type { LoanApplication } from '../../domain/application/application.js';
import type { ContractTerms } from '../../domain/application/facts.js';
import { penaltyFactorOn } from '../../domain/enquiry/product.js';
import type { ClauseFacts } from '../../domain/contract/clauses.js';
import { PURPOSE_NAMES } from '../../domain/contract/purposes.js';
import { Products } from '../../persistence/enquiry/enquiry.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import type { SalesConfig } from '../../sales.config.js';

/** What the clauses of a contract must say: the parties as they are on file today, the terms, the purpose, and the penalty that the cost sheet shows. */
@Injectable()
export class ClauseSource {
  constructor(
    private readonly customers: Customers,
    private readonly products: Products,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
    @Inject(ServiceConfig) private readonly config: SalesConfig,
  ) {}

  async of(application: LoanApplication, contract: { terms: ContractTerms; startOn: LocalDate }, tx: Tx): Promise<ClauseFacts> {
    const customer = await this.customers.get(application.customerId, tx);
    const { purpose, purposeNote } = application.ask;
    const named = PURPOSE_NAMES[purpose ?? 'OTHER'] ?? purpose ?? '';
    return {
      lender: this.config.LENDER_NAME,
      borrower: customer.name,
      terms: contract.terms,
      startOn: contract.startOn,
      purpose: purposeNote ? `${named}（${purposeNote}）` : named,
      overdueFactor: await this.overdueFactor(contract, tx),
    };
  }

  /** As finance published it with the product; of older versions the parameter in force, as their cost sheets were made. */
  private async overdueFactor({ terms, startOn }: { terms: ContractTerms; startOn: LocalDate }, tx: Tx): Promise<string> {
    const published = penaltyFactorOn(await this.products.find(terms.productId, tx), startOn);
    return published ?? this.parameters.text('penalty.overdue-factor', this.clock.today());
  }
}
