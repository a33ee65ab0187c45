import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import type { Interaction } from '../../domain/enquiry/interaction.js';
import { customerCollection } from '../../persistence/customer/customer.schema.js';
import { interactionOf } from '../../persistence/enquiry/interaction.repository.js';
import { interactionCollection } from '../../persistence/enquiry/interaction.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst } from '../rows.js';

export interface InteractionFilter extends PageRequest {
  readonly customerId?: string | null;
  readonly leadId?: string | null;
  readonly enquiryId?: string | null;
}

/** The read side of conversations, in the scope of who asks. */
@Injectable()
export class InteractionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<Interaction[]> {
    const filter = { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') };
    return (await newestFirst(this.model(), filter)).map(interactionOf);
  }

  /** Who serves a customer reads all that was said with him, also by who served him before. */
  async list({ customerId, leadId, enquiryId, ...page }: InteractionFilter, actor: Actor): Promise<Page<Interaction>> {
    const about = { ...(customerId ? { customerId } : {}), ...(leadId ? { leadId } : {}), ...(enquiryId ? { enquiryId } : {}) };
    const scope = customerId && (await this.isServed(customerId, actor)) ? {} : salesScope(actor, 'salespersonId');
    return pageOf(this.model(), page, { filter: { ...about, ...scope }, map: interactionOf });
  }

  /** What was promised and is still owed; `late`: what should have been done before today [2.9]. */
  promised({ late, ...page }: PageRequest & { late?: boolean | null }, actor: Actor): Promise<Page<Interaction>> {
    const overdue = late ? { nextStepDueOn: { $lt: this.clock.today() } } : {};
    return pageOf(this.model(), page, {
      filter: { promises: true, ...overdue, ...salesScope(actor, 'salespersonId') },
      map: interactionOf,
    });
  }

  private async isServed(customerId: string, actor: Actor): Promise<boolean> {
    const filter = { _id: customerId, ...salesScope(actor, 'ownerId') };
    return (await this.database.model(customerCollection).exists(filter as never)) !== null;
  }

  private model() {
    return this.database.model(interactionCollection);
  }
}
