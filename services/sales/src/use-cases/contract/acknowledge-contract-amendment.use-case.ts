import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { acknowledgeAmendment } from '../../domain/contract/amendment.js';
import { AmendmentDesk } from './amendment-desk.js';
import { ContractRules } from './contract-rules.js';

export interface AcknowledgeContractAmendmentRequest {
  readonly requestKey?: string | null;
  readonly amendmentId: string;
  /** Hash of the text that the customer had before him. */
  readonly textHash: string;
  readonly readingSeconds: number;
  readonly confirmedByCustomer: boolean;
}

/** The customer had the supplementary agreement explained and agrees to exactly this text [2.12, 4.17]. */
@Injectable()
export class AcknowledgeContractAmendment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AmendmentDesk,
    private readonly rules: ContractRules,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AcknowledgeContractAmendmentRequest): Promise<string> {
    return this.work.once({ operation: 'acknowledge-contract-amendment', actor, input }, async (tx) => {
      const amendment = await this.desk.get(actor, input.amendmentId, tx);
      const { textHash, readingSeconds, confirmedByCustomer } = input;
      const word = { textHash, readingSeconds, confirmedByCustomer, by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.desk.amendments.save(acknowledgeAmendment(amendment, word, await this.rules.reading()), tx)).id;
    });
  }
}
