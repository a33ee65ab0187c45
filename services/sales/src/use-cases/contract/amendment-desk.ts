import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { ContractAmendment } from '../../domain/contract/amendment.js';
import { ContractAmendments } from '../../persistence/contract/amendment.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

/** Loads a supplementary agreement for somebody who may serve it. */
@Injectable()
export class AmendmentDesk {
  constructor(readonly amendments: ContractAmendments) {}

  /** Throws DomainError NOT_FOUND, also for another salesperson's. */
  async get(actor: Actor, amendmentId: string, tx: Tx): Promise<ContractAmendment> {
    const amendment = await this.amendments.get(amendmentId, tx);
    requireInScope(actor, amendment.salespersonId, { noun: 'supplementary agreement', id: amendmentId });
    return amendment;
  }
}
