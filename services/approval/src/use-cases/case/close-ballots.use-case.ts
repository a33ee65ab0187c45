import { Injectable } from '@nestjs/common';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { closeCirculation, remindVoters } from '../../domain/case/circulation.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import type { StoredCase } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';
import { Sittings } from '../session/sittings.js';

const BATCH = 100;
const ACTOR = { kind: 'service', service: 'approval' } as const;

export interface BallotPass {
  readonly closed: number;
  readonly reminded: number;
}

/** Ends circulated votes whose moment has come, and reminds those who have not voted before it does; one transaction for each case [4.12]. */
@Injectable()
export class CloseBallots {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
    private readonly sittings: Sittings,
    private readonly outbox: Outbox,
  ) {}

  /** Stops after one batch of the nearest; the next pass takes the rest. */
  async execute(watch: Partial<SweepWatch> = {}): Promise<BallotPass> {
    const [now, share] = [this.committee.now(), await this.committee.reminderShare()];
    const ahead = await this.work.run({ actor: ACTOR, operation: 'find-ballots' }, (tx) => this.cases.ballotsDue(FAR, BATCH, tx));
    const pass = { closed: 0, reminded: 0 };
    for (const { id } of ahead) {
      if (watch.isStopping?.()) break;
      try {
        const done = await this.work.run({ actor: ACTOR, operation: 'close-ballot' }, (tx) => this.one(id, { now, share }, tx));
        if (done) pass[done] += 1;
      } catch (error) {
        if (!watch.onTrouble) throw error;
        watch.onTrouble(id, error);
      }
    }
    return pass;
  }

  private async one(id: string, at: { readonly now: Date; readonly share: number }, tx: Tx): Promise<keyof BallotPass | null> {
    const stored = await this.cases.get(id, tx);
    if (stored.state !== 'open' || stored.ballotDueAt === null) return null;
    const { approvalCase, electorate } = await this.committee.lookIfAny(stored, tx);
    if (at.now >= stored.ballotDueAt) {
      const closed = closeCirculation(approvalCase, electorate, at.now);
      const goesOn = closed.circulation?.outcome === 'TO_SESSION';
      await this.cases.save(goesOn ? await this.sittings.toNext(closed, 'CIRCULATION_EXPIRED', tx) : closed, tx);
      return 'closed';
    }
    const reminder = electorate && remindVoters(approvalCase, electorate, at);
    if (!reminder) return null;
    await this.cases.save(reminder.approvalCase, tx);
    await this.remind(reminder.approvalCase, reminder.missing, tx);
    return 'reminded';
  }

  private async remind({ id: about, applicationId, ballotDueAt }: StoredCase, missing: readonly string[], tx: Tx): Promise<void> {
    const dueAt = String(ballotDueAt?.toISOString());
    for (const employeeId of missing)
      await this.outbox.add(event('approval.deadline-reminded.v1', applicationId, { kind: 'BALLOT', about, employeeId, dueAt }), tx);
  }
}

/** Every running vote has a moment before this one. */
const FAR = new Date(8.64e15);
