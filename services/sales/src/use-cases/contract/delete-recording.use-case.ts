import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { withoutRecording } from '../../domain/contract/recording.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { requireReadable } from '../../persistence/sales-scope.js';
import { ContractRules } from './contract-rules.js';

export interface DeleteRecordingRequest {
  readonly requestKey?: string | null;
  readonly contractId: string;
  readonly fileId: string;
  readonly reason: string;
}

/** Deletes a recording whose retention is over; before, it is refused with the day until which it is kept [4.18]. */
@Injectable()
export class DeleteRecording {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly files: Files,
    private readonly rules: ContractRules,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DeleteRecordingRequest): Promise<string> {
    const { contractId, fileId, reason } = input;
    const word = { by: employeeIdOf(actor), at: this.clock.now(), today: this.clock.today() };
    return this.work.once({ operation: 'delete-recording', actor, input }, async (tx) => {
      const contract = await this.contracts.get(contractId, tx);
      requireReadable(actor, contract.salespersonId, { noun: 'contract', id: contractId });
      const without = withoutRecording(contract, { ...word, fileId, reason, years: await this.rules.retentionYears() });
      await this.files.erase(fileId, tx);
      return (await this.contracts.save(without, tx)).id;
    });
  }
}
