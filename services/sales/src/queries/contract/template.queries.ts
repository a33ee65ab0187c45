import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { ContractTemplate } from '../../domain/contract/template.js';
import { templateCollection } from '../../persistence/contract/template.schema.js';
import { newestFirst, toPlain } from '../rows.js';

/** The editions of the contract text; everybody who may read them sees all. */
@Injectable()
export class TemplateQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[]): Promise<ContractTemplate[]> {
    return (await newestFirst(this.model(), { _id: { $in: [...ids] } })).map((row) => toPlain<ContractTemplate>(row));
  }

  list({ state, ...page }: PageRequest & { readonly state?: string | null }): Promise<Page<ContractTemplate>> {
    return pageOf(this.model(), page, { filter: state ? { state } : {}, map: (row) => toPlain<ContractTemplate>(row) });
  }

  async inForce(): Promise<ContractTemplate | null> {
    const row = await this.model()
      .findOne({ state: 'approved', effectiveFrom: { $lte: this.clock.today() } } as never)
      .sort({ effectiveFrom: -1, decidedAt: -1 } as never)
      .lean<Stored>()
      .exec();
    return row && toPlain<ContractTemplate>(row);
  }

  private model() {
    return this.database.model(templateCollection);
  }
}
