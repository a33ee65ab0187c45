import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { CompleteAsk, LoanApplication } from '../../domain/application/application.js';
import { passSubmitGate } from '../../domain/application/submit-gate.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { birthDateOnFile } from '../../domain/customer/identity-override.js';
import { versionInForce } from '../../domain/enquiry/product.js';
import type { ProductVersion } from '../../domain/enquiry/product.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { Products } from '../../persistence/enquiry/enquiry.repository.js';
import { Disclosures } from '../enquiry/disclosures.js';

export interface Admitted {
  readonly ask: CompleteAsk;
  readonly customer: Customer;
  readonly product: ProductVersion;
}

/** Loads what gate G1 looks at and lets an application through, or refuses with everything that is missing. */
@Injectable()
export class SubmitGateFacts {
  constructor(
    private readonly customers: Customers,
    private readonly products: Products,
    private readonly disclosures: Disclosures,
    private readonly clock: BusinessClock,
  ) {}

  async admit(application: LoanApplication, tx: Tx): Promise<Admitted> {
    const today = this.clock.today();
    const customer = await this.customers.get(application.customerId, tx);
    const stored = application.ask.productId ? await this.products.find(application.ask.productId, tx) : null;
    const birthDate = birthDateOnFile(customer, today);
    // What is under check was handed in under the text of its day: a text that changes over night stops no customer half way.
    const disclosureHash = application.desk === 'under-check' ? null : (await this.disclosures.inForce()).hash;
    const ask = passSubmitGate(application, { consents: customer.consents, birthDate, product: stored, disclosureHash, today });
    return { ask, customer, product: versionInForce(stored, ask.productId, today) };
  }
}
