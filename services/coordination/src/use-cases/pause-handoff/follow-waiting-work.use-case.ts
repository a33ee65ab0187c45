import { Injectable } from '@nestjs/common';
import { handoffDefinition, handoffOf } from '@weilend/contracts';
import type { EventData } from '@weilend/contracts';
import { NotYetSeen, Outbox } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { pauseHandoff, resumeHandoff } from '../../domain/board/handoff-moves.js';
import { isRunning } from '../../domain/board/handoff.js';
import type { Handoff } from '../../domain/board/handoff.js';
import { BoardHandoffs } from '../../persistence/handoff.repository.js';
import { CompanyTime } from '../company-time.js';
import { FireDueLevels } from '../fire-due-levels/fire-due-levels.use-case.js';
import { handoffMoved } from '../handoff-movers.js';
import { LadderAlarm } from '../ladder-alarm.port.js';

type Paused = EventMessage<'risk.handoff-paused.v1'>;
type Resumed = EventMessage<'risk.handoff-resumed.v1'>;
type Word = Pick<EventData<'risk.handoff-paused.v1'>, 'handoffId' | 'handoff'>;

/**
 * A department that owes work says that it has to wait for another one, and later that it goes on: a fact, never refused. What was due before
 * still fires first; a pause that somebody made by hand is not ended by it, and work that is over stays over [8.6].
 */
@Injectable()
export class FollowWaitingWork {
  constructor(
    private readonly board: BoardHandoffs,
    private readonly fireDueLevels: FireDueLevels,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
    private readonly alarm: LadderAlarm,
  ) {}

  async paused({ subject, source, data }: Paused, tx: Tx): Promise<void> {
    const row = await this.owed(subject, source, data, tx);
    const at = new Date(data.at);
    if (!row || !isRunning(row)) return;
    const { employeeId, reason } = data;
    const paused = pauseHandoff(await this.fireDueLevels.apply(row, at, tx), { employeeId, reason, at });
    await this.board.save(paused, tx);
    await this.outbox.add(handoffMoved(paused, 'PAUSED', { employeeId, reason }), tx);
  }

  async resumed({ subject, source, data }: Resumed, tx: Tx): Promise<void> {
    const row = await this.owed(subject, source, data, tx);
    const last = row?.pauses.at(-1);
    if (row?.state !== 'PAUSED' || !last || !data.reasons.includes(last.reason)) return;
    const at = new Date(data.at);
    const calendar = await this.time.whenPublished(() => this.time.calendar(at));
    const resumed = await this.board.save(resumeHandoff(row, { at, calendar }), tx);
    await this.outbox.add(handoffMoved(resumed, 'RESUMED', { employeeId: null }), tx);
    const { nextLevelAt } = resumed;
    if (nextLevelAt) tx.afterCommit(() => this.alarm.set(resumed.id, nextLevelAt));
  }

  /** The row of work that the speaker owes; null for a word on the work of others. Throws NotYetSeen while its opening is on the way. */
  private async owed(subject: string, source: string, { handoffId, handoff }: Word, tx: Tx): Promise<Handoff | null> {
    const type = handoffOf(`handoff.${handoff}.v1`);
    if (!type || handoffDefinition(type).to !== source) return null;
    const row = await this.board.find(handoffId, tx);
    if (!row?.openedAt) throw new NotYetSeen(subject, handoffDefinition(type).from);
    return row;
  }
}
