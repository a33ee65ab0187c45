import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ContractTemplate } from '../../domain/contract/template.js';
import { templateCollection } from './template.schema.js';

@Injectable()
export class ContractTemplates extends Repository<ContractTemplate> {
  constructor(database: Database) {
    super(database, templateCollection, 'contract template');
  }

  /** The edition in force on a day. Throws DomainError NOT_FOUND when there is none. */
  async inForce(on: LocalDate, tx: Tx): Promise<ContractTemplate> {
    const filter = { state: 'approved', effectiveFrom: { $lte: on } };
    const [found] = await this.findMany(filter, tx, { sort: { effectiveFrom: -1, decidedAt: -1 }, limit: 1 });
    if (!found) throw new DomainError('NOT_FOUND', { noun: 'contract template in force on', id: on });
    return found;
  }

  /** The edition of that name that is proposed or approved. */
  ofEdition(edition: string, tx: Tx): Promise<ContractTemplate | null> {
    return this.findOne({ edition, state: { $in: ['proposed', 'approved'] } }, tx);
  }
}
