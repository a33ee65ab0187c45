import { Injectable } from '@nestjs/common';
import type { Department } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { closeHandoff, openHandoff } from '../domain/board/handoff-moves.js';
import { blankHandoff } from '../domain/board/handoff.js';
import type { ClosingState, Handoff, HandoffKind, HandoffParticipant } from '../domain/board/handoff.js';
import { BoardHandoffs } from '../persistence/handoff.repository.js';
import { CompanyTime } from './company-time.js';
import type { GivenTime } from './company-time.js';
import { LadderAlarm } from './ladder-alarm.port.js';

export interface NewWork {
  readonly id: string;
  readonly kind: Exclude<HandoffKind, 'HANDOFF'>;
  readonly type: string;
  readonly from: Department;
  readonly to: Department;
  readonly subject: string;
  readonly ownerId: string | null;
  /** People who follow the work because they asked for it. */
  readonly participants?: readonly HandoffParticipant[];
  readonly openedAt: Date;
  readonly given: GivenTime;
}

/** Work that coordination itself puts on the board: resolutions, records of meetings and collaboration requests climb the same ladder. */
@Injectable()
export class BoardWork {
  constructor(
    private readonly board: BoardHandoffs,
    private readonly outbox: Outbox,
    private readonly time: CompanyTime,
    private readonly alarm: LadderAlarm,
  ) {}

  async open(work: NewWork, tx: Tx): Promise<Handoff> {
    const { id, kind, type, from, to, subject, ownerId, openedAt, given } = work;
    const { participants = [] } = work;
    const row = openHandoff(blankHandoff({ id, kind, type, from, to, subject }), { ...given, openedAt, ownerId, participants });
    await this.board.put(row, tx);
    const dueAt = (row.dueAt ?? openedAt).toISOString();
    await this.outbox.add(event('coordination.work-opened.v1', id, { handoffId: id, kind, from, to, about: subject, dueAt }), tx);
    const { nextLevelAt } = row;
    if (nextLevelAt) tx.afterCommit(() => this.alarm.set(id, nextLevelAt));
    return row;
  }

  /** Closes it; work that is closed already stays as it is. */
  async close(handoffId: string, closing: { state: ClosingState; reasons: readonly string[] }, tx: Tx): Promise<void> {
    const row = await this.board.get(handoffId, tx);
    const at = await this.time.now();
    const { handoff } = closeHandoff(row, { ...closing, at, code: null }, { now: at, calendar: await this.time.calendar(at) });
    if (handoff === row || row.kind === 'HANDOFF') return;
    await this.board.save(handoff, tx);
    await this.outbox.add(event('coordination.work-closed.v1', handoffId, { handoffId, kind: row.kind, state: closing.state }), tx);
  }
}
