import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { ContractAmendment } from '../../domain/contract/amendment.js';
import { amendmentCollection } from '../../persistence/contract/amendment.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { toPlain } from '../rows.js';

export interface AmendmentFilter extends PageRequest {
  readonly state?: string | null;
  /** Only those that are still to be signed. */
  readonly owed?: boolean | null;
}

/** The read side of supplementary agreements, in the scope of who asks. */
@Injectable()
export class AmendmentQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ContractAmendment[]> {
    return this.read({ _id: { $in: [...ids] } }, actor);
  }

  /** The agreements of contracts, latest first. */
  ofContracts(contractIds: readonly string[], actor: Actor): Promise<ContractAmendment[]> {
    return this.read({ contractId: { $in: [...contractIds] } }, actor);
  }

  /** The newest first; what is owed by its deadline, the most overdue first. */
  list({ state, owed, ...page }: AmendmentFilter, actor: Actor): Promise<Page<ContractAmendment>> {
    const filter = { ...salesScope(actor, 'salespersonId'), ...(state ? { state } : {}) };
    const map = (row: Stored) => toPlain<ContractAmendment>(row);
    return owed
      ? duePageOf(this.model(), page, { field: 'signDueAt', type: 'date', filter, map })
      : pageOf(this.model(), page, { filter, map });
  }

  private async read(filter: Record<string, unknown>, actor: Actor): Promise<ContractAmendment[]> {
    const rows = await this.model()
      .find({ ...filter, ...salesScope(actor, 'salespersonId') } as never)
      .sort({ contractId: 1, scheduleNo: -1 } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => toPlain<ContractAmendment>(row));
  }

  private model() {
    return this.database.model(amendmentCollection);
  }
}
