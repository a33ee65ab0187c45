import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { reopenForCommittee } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { ApplicationFactsStore } from '../../persistence/projections.repository.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

const DECIDE = 'decide-application';

/** What the committee made of a report: its decision, or the wish for more work. Both are facts and never refused. */
@Injectable()
export class NoteApproval {
  constructor(
    private readonly facts: ApplicationFactsStore,
    private readonly investigations: Investigations,
    private readonly withdraw: WithdrawApplication,
  ) {}

  async decided(data: EventData<'approval.decision-made.v1'>, tx: Tx): Promise<void> {
    const { applicationId, decisionId, result, reportId, decidedOn, validUntil } = data;
    const known = await this.facts.known(applicationId, tx);
    if (known.decisions.some((decision) => decision.decisionId === decisionId)) return;
    await this.facts.put({ ...known, decisions: [...known.decisions, { decisionId, result, reportId, decidedOn, validUntil }] }, tx);
  }

  /** The report came back: the investigation goes on, unless the customer has withdrawn meanwhile. */
  async returned({ subject, data }: EventMessage<'approval.handoff-returned.v1'>, tx: Tx): Promise<void> {
    if (data.handoff !== DECIDE) return;
    const latest = await this.investigations.latestOf(subject, tx);
    if (!latest) return;
    const reopened = reopenForCommittee(latest, { at: new Date(data.at), reasons: [data.code, ...data.reasons] });
    if (reopened === latest) return;
    await this.investigations.save(reopened, tx);
    const { withdrawal } = await this.facts.known(subject, tx);
    if (withdrawal) await this.withdraw.end(subject, withdrawal, tx);
  }
}
