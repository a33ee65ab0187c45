import { Injectable } from '@nestjs/common';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { allSettled } from '../../domain/application/conditions.js';
import type { Conditions } from '../../domain/application/conditions.js';

/** When nothing is owed on the conditions any more our work on them is done, and the secretary is asked to confirm what was evidenced [4.14]. */
@Injectable()
export class ConditionHandover {
  constructor(private readonly handoffs: Handoffs) {}

  /** The conditions with the handoff to the secretary; none is needed when every one was waived. */
  async settle({ id: applicationId, participants }: LoanApplication, conditions: Conditions, tx: Tx): Promise<Conditions> {
    if (!allSettled(conditions) || conditions.confirmHandoffId !== null) return conditions;
    const { decisionId, items } = conditions;
    const open = await this.handoffs.findOpen('fulfil-conditions', applicationId, tx);
    if (open) await this.handoffs.complete(open._id, { decisionId, conditions: items.length }, tx);
    const given = items.flatMap(({ conditionId, evidence, waivedAt }) =>
      evidence && !waivedAt ? [{ conditionId, fileId: evidence.fileId, sha256: evidence.sha256 }] : [],
    );
    if (given.length === 0) return conditions;
    const data = { applicationId, participants: [...participants], decisionId, evidence: given };
    return { ...conditions, confirmHandoffId: await this.handoffs.send('confirm-conditions', { subject: applicationId, data }, tx) };
  }
}
