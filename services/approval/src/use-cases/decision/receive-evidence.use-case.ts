import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { acceptEvidence } from '../../domain/decision/conditions.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { ApplicationFile } from '../case/application-file.js';

/** Takes the evidence that sales gives for the conditions; what does not fit the decision returns the handoff [4.14]. */
@Injectable()
export class ReceiveEvidence {
  constructor(
    private readonly decisions: Decisions,
    private readonly file: ApplicationFile,
  ) {}

  async apply({ data, handoffId }: HandoffMessage<'confirm-conditions'>, tx: Tx): Promise<void> {
    if (await this.file.recallWhenWithdrawn(data.applicationId, handoffId, tx)) return;
    const decision = await this.decisions.find(data.decisionId, tx);
    if (decision?.applicationId !== data.applicationId) throw new DomainError('DECISION_UNKNOWN', { decisionId: data.decisionId });
    await this.decisions.save(acceptEvidence(decision, data.evidence), tx);
    await this.file.noteSeen(data.applicationId, data.evidence, tx);
  }
}
