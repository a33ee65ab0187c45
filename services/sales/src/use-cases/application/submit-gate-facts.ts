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
    private readonly clock: BusinessClock,
  ) {}

  async admit(application: LoanApplication, tx: Tx): Promise<Admitted> {
    const today = this.clock.today();
    const customer = await this.customers.get(application.customerId, tx);
    const stored = application.ask.productId ? await this.products.find(application.ask.productId, tx) : null;
    const birthDate = birthDateOnFile(customer, today);
    const ask = passSubmitGate(application, { consents: customer.consents, birthDate, product: stored, today });
    return { ask, customer, product: versionInForce(stored, ask.productId, today) };
  }
}
