import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Enquiry } from '../../domain/enquiry/enquiry.js';
import { versionInForce } from '../../domain/enquiry/product.js';
import { Products } from '../../persistence/enquiry/enquiry.repository.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { EnquiryDesk } from './enquiry-desk.js';

export interface RespondToEnquiryRequest {
  readonly requestKey?: string | null;
  readonly enquiryId: string;
  readonly productIds?: readonly string[] | null;
  readonly purpose?: string | null;
  /** Fen. */
  readonly amount?: number | null;
  readonly termMonths?: number | null;
  readonly method?: string | null;
  readonly customerId?: string | null;
  readonly note?: string | null;
}

/** Answers an enquiry: products presented in the version in force, needs learned [4.1, 4.2]. */
@Injectable()
export class RespondToEnquiry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EnquiryDesk,
    private readonly customers: CustomerDesk,
    private readonly products: Products,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RespondToEnquiryRequest): Promise<string> {
    return this.work.once({ operation: 'respond-to-enquiry', actor, input }, async (tx) => {
      const enquiry = await this.desk.get(actor, input.enquiryId, tx);
      await this.requireSame(actor, enquiry, input.customerId ?? null, tx);
      const { purpose, amount: amountFen, termMonths, method, note } = input;
      const presented = await this.presented(input.productIds ?? [], tx);
      const answer = { presented, needs: { purpose, amountFen, termMonths, method }, note: note ?? null };
      const answered = await this.desk.answer(enquiry, answer, this.clock.now());
      return (await this.desk.enquiries.save({ ...answered, customerId: input.customerId ?? answered.customerId }, tx)).id;
    });
  }

  /** An enquiry of nobody becomes that of a customer, once. */
  private async requireSame(actor: Actor, enquiry: Enquiry, customerId: string | null, tx: Tx): Promise<void> {
    if (customerId === null || customerId === enquiry.customerId) return;
    if (enquiry.customerId !== null) throw new DomainError('ENQUIRY_OF_ANOTHER', {}, 'customerId');
    await this.customers.hold(actor, customerId, tx);
  }

  private async presented(productIds: readonly string[], tx: Tx): Promise<Enquiry['presented']> {
    const shown: Enquiry['presented'][number][] = [];
    for (const productId of new Set(productIds)) {
      const { version } = versionInForce(await this.products.find(productId, tx), productId, this.clock.today());
      shown.push({ productId, productVersion: version, at: this.clock.now() });
    }
    return shown;
  }
}
