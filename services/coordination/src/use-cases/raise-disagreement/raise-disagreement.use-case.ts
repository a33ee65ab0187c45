import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor, Department } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { matterOfDisagreement } from '../../domain/meetings/disagreement.js';
import type { Disagreement } from '../../domain/meetings/disagreement.js';
import { BoardHandoffs } from '../../persistence/handoff.repository.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { ConveneMeeting } from '../convene-meeting/convene-meeting.use-case.js';

export interface RaiseDisagreementRequest {
  readonly requestKey?: string | null;
  readonly issue: string;
  /** The work that is disputed, open or closed: a handoff, a resolution, a request that was declined. */
  readonly handoffId?: string | null;
  readonly subject?: string | null;
  readonly departments?: readonly Department[] | null;
}

/** A manager raises a disagreement between departments; they meet in the next free slot [8.6]. */
@Injectable()
export class RaiseDisagreement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly board: BoardHandoffs,
    private readonly meetings: Meetings,
    private readonly conveneMeeting: ConveneMeeting,
  ) {}

  execute(actor: Actor, input: RaiseDisagreementRequest): Promise<string> {
    return this.work.once({ operation: 'raise-disagreement', actor, input }, async (tx) => {
      const meetingId = newId('mtg');
      const matter = matterOfDisagreement({ meetingId, ...raiserOf(actor), ...(await this.about(input, tx)) });
      return this.conveneMeeting.forCause(matter, [], tx);
    });
  }

  private async about({ issue, handoffId, subject = null, departments }: RaiseDisagreementRequest, tx: Tx) {
    const work = handoffId ? await this.board.get(handoffId, tx) : null;
    if (work) await this.checkFirst(work.id, tx);
    return { issue, subject, departments: departments ?? [], work };
  }

  /** The row of the work is locked: two who raise the same disagreement at once find one meeting. */
  private async checkFirst(handoffId: string, tx: Tx): Promise<void> {
    const [known] = await this.meetings.disputing(handoffId, tx);
    if (known) throw new DomainError('DISAGREEMENT_RAISED', { meetingId: known.id }, 'handoffId');
    await this.board.lock(handoffId, tx);
  }
}

function raiserOf(actor: Actor): Pick<Disagreement, 'raisedBy' | 'coordinates'> {
  if (actor.kind !== 'employee') return { raisedBy: null, coordinates: false };
  return { raisedBy: actor.department, coordinates: actor.roles.includes('coordinator') };
}
