import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { noteSigned } from '../../domain/decision/conditions.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { ApplicationStages } from '../../persistence/projection.repository.js';

/** A signed contract uses its approval up, so that it can no longer lapse; a lapsed one is not revived [4.14, 4.15]. */
@Injectable()
export class NoteContractSigned {
  constructor(
    private readonly stages: ApplicationStages,
    private readonly decisions: Decisions,
  ) {}

  async apply({ applicationId, contractId, signedAt }: EventData<'sales.contract-signed.v1'>, tx: Tx): Promise<void> {
    await this.stages.note(applicationId, { signedContractId: contractId, signedAt: new Date(signedAt) }, tx);
    for (const decision of await this.decisions.ofApplication(applicationId, tx)) {
      const signed = noteSigned(decision);
      if (signed) await this.decisions.save(signed, tx);
    }
  }
}
