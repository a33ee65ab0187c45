import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Customer } from '../../domain/customer/customer-file.js';
import { CustomerDesk } from './customer-desk.js';

type Asked = { readonly requestKey?: string | null; readonly customerId: string };

/** Changes the cards of one customer, in one transaction. */
@Injectable()
export class CardDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
  ) {}

  change<Input extends Asked>(
    request: { readonly operation: string; readonly actor: Actor; readonly input: Input },
    change: (cards: Customer['cards']) => Customer['cards'],
  ): Promise<string> {
    return this.work.once(request, async (tx) => {
      const customer = await this.desk.get(request.actor, request.input.customerId, tx);
      await this.desk.customers.save({ ...customer, cards: change(customer.cards) }, tx);
      return customer.id;
    });
  }
}
