import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { requireLive } from '../../domain/application/withdrawal.js';
import type { LoanContract } from '../../domain/contract/contract.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { ApplicationDesk } from '../application/application-desk.js';

export interface ContractOnDesk {
  readonly contract: LoanContract;
  readonly application: LoanApplication;
}

/** Loads a contract with its application for somebody who may serve it. */
@Injectable()
export class ContractDesk {
  constructor(
    readonly contracts: Contracts,
    readonly desk: ApplicationDesk,
  ) {}

  /** Throws DomainError NOT_FOUND, or APPLICATION_WITHDRAWN when the customer took it back. */
  async get(actor: Actor, contractId: string, tx: Tx): Promise<ContractOnDesk> {
    const contract = await this.contracts.get(contractId, tx);
    requireInScope(actor, contract.salespersonId, { noun: 'contract', id: contractId });
    const application = await this.desk.get(actor, contract.applicationId, tx);
    requireLive(application);
    return { contract, application };
  }
}
