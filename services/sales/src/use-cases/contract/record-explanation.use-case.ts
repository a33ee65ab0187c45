import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { explain } from '../../domain/contract/contract.js';
import { ContractDesk } from './contract-desk.js';
import { ContractRules } from './contract-rules.js';

export interface RecordExplanationRequest {
  readonly requestKey?: string | null;
  readonly contractId: string;
  readonly textVersion: string;
  readonly readingSeconds: number;
  readonly confirmedByCustomer: boolean;
}

/** The customer confirms that he understands the contract and has no objection [4.17]. */
@Injectable()
export class RecordExplanation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContractDesk,
    private readonly rules: ContractRules,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordExplanationRequest): Promise<string> {
    return this.work.once({ operation: 'record-explanation', actor, input }, async (tx) => {
      const { contract } = await this.desk.get(actor, input.contractId, tx);
      const { textVersion, readingSeconds, confirmedByCustomer } = input;
      const explanation = { textVersion, readingSeconds, confirmedByCustomer, by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.desk.contracts.save(explain(contract, explanation, await this.rules.reading()), tx)).id;
    });
  }
}
