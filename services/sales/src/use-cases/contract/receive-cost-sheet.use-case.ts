import { Injectable } from '@nestjs/common';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { withCostSheet } from '../../domain/contract/contract.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';

/** Finance's answer to a drafted contract: the sheet, or why there is none. */
@Injectable()
export class ReceiveCostSheet {
  constructor(private readonly contracts: Contracts) {}

  /** A sheet of other terms than the contract's, or of a contract that is not ours, is nobody's. */
  async issued({ data, time }: EventMessage<'finance.cost-sheet-issued.v1'>, tx: Tx): Promise<void> {
    const contract = await this.contracts.find(data.contractId, tx);
    if (!contract || contract.applicationId !== data.applicationId) return;
    const { costSheetId, hash, termsHash, annualCostCompound } = data;
    const issued = withCostSheet(contract, { costSheetId, hash, termsHash, annualCostCompound, issuedAt: new Date(time) });
    if (issued !== contract) await this.contracts.save(issued, tx);
  }

  /** The draft that waits for its sheet shows why none comes; other terms need another draft. */
  async refused(applicationId: string, reasons: readonly string[], tx: Tx): Promise<void> {
    const [latest] = await this.contracts.ofApplication(applicationId, tx);
    if (latest?.state === 'draft' && !latest.costSheet) await this.contracts.save({ ...latest, costSheetRefusedBecause: reasons }, tx);
  }
}
