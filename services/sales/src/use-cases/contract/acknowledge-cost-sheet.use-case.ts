import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { acknowledge } from '../../domain/contract/contract.js';
import { ContractDesk } from './contract-desk.js';

export interface AcknowledgeCostSheetRequest {
  readonly requestKey?: string | null;
  readonly contractId: string;
  /** Hash of the sheet that the customer saw and confirmed. */
  readonly costSheetHash: string;
}

/** The customer confirms the cost sheet of exactly these terms [G6]. */
@Injectable()
export class AcknowledgeCostSheet {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContractDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AcknowledgeCostSheetRequest): Promise<string> {
    return this.work.once({ operation: 'acknowledge-cost-sheet', actor, input }, async (tx) => {
      const { contract } = await this.desk.get(actor, input.contractId, tx);
      const word = { by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.desk.contracts.save(acknowledge(contract, input.costSheetHash, word), tx)).id;
    });
  }
}
