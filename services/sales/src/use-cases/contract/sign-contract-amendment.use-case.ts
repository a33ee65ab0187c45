import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { amendContract, signAmendment } from '../../domain/contract/amendment.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { AmendmentDesk } from './amendment-desk.js';

export interface SignContractAmendmentRequest {
  readonly requestKey: string;
  readonly amendmentId: string;
  /** The signed paper, uploaded as EVIDENCE about the application. */
  readonly fileId: string;
  readonly signedOn: LocalDate;
}

/** The customer signed the supplementary agreement: its terms are those of the contract from then on [2.12]. */
@Injectable()
export class SignContractAmendment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AmendmentDesk,
    private readonly contracts: Contracts,
    private readonly files: Files,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: SignContractAmendmentRequest): Promise<string> {
    return this.work.once({ operation: 'sign-contract-amendment', actor, input }, async (tx) => {
      const amendment = await this.desk.get(actor, input.amendmentId, tx);
      const about = { subject: { kind: 'application', id: amendment.applicationId }, to: { kind: 'amendment', id: amendment.id } };
      const { fileId, signedOn } = input;
      const word = { fileId, signedOn, by: employeeIdOf(actor), at: this.clock.now() };
      // What may not be signed is told before what is wrong with its paper.
      signAmendment(amendment, { ...word, sha256: '', sizeBytes: 0 }, this.clock.today());
      const { sha256, sizeBytes } = await this.files.attach(fileId, about, tx);
      const signed = await this.desk.amendments.save(signAmendment(amendment, { ...word, sha256, sizeBytes }, this.clock.today()), tx);
      await this.contracts.save(amendContract(await this.contracts.get(signed.contractId, tx), signed), tx);
      return signed.id;
    });
  }
}
