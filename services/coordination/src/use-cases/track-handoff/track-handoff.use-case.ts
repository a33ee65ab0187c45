import { Injectable } from '@nestjs/common';
import { handoffDefinition, handoffOf } from '@weilend/contracts';
import type { HandoffType } from '@weilend/contracts';
import { event, Outbox } from '@weilend/messaging';
import type { ReceivedMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { closeHandoff, openHandoff } from '../../domain/board/handoff-moves.js';
import { blankHandoff } from '../../domain/board/handoff.js';
import type { Handoff, HandoffClosing, HandoffParticipant } from '../../domain/board/handoff.js';
import type { LadderLevel } from '../../domain/board/ladder.js';
import { BoardHandoffs } from '../../persistence/handoff.repository.js';
import { CallMajorMatter } from '../call-major-matter/call-major-matter.use-case.js';
import { CancelMeeting } from '../cancel-meeting/cancel-meeting.use-case.js';
import { CompanyTime } from '../company-time.js';
import { LadderAlarm } from '../ladder-alarm.port.js';

const CLOSING = /^[a-z]+\.handoff-(completed|returned|recalled)\.v1$/;
const CLOSING_STATES = { completed: 'COMPLETED', returned: 'RETURNED', recalled: 'RECALLED' } as const;

/**
 * Keeps the board by the messages of the departments. The opening comes from the sender, the closing word from the
 * receiver: either may be first, neither is ever refused.
 */
@Injectable()
export class TrackHandoff {
  constructor(
    private readonly board: BoardHandoffs,
    private readonly outbox: Outbox,
    private readonly time: CompanyTime,
    private readonly callMajorMatter: CallMajorMatter,
    private readonly cancelMeeting: CancelMeeting,
    private readonly alarm: LadderAlarm,
  ) {}

  /** Applies a message; one that is neither an opening nor a closing word is none of the board's business. */
  async apply(message: ReceivedMessage, tx: Tx): Promise<void> {
    const type = handoffOf(message.type);
    if (type && message.handoffId) return this.open(type, { ...message, handoffId: message.handoffId }, tx);
    const word = CLOSING.exec(message.type)?.[1] as keyof typeof CLOSING_STATES | undefined;
    if (word) await this.close(message, CLOSING_STATES[word], tx);
  }

  private async open(type: HandoffType, message: ReceivedMessage & { handoffId: string }, tx: Tx): Promise<void> {
    const openedAt = new Date(message.time);
    const given = await this.time.whenPublished(() => this.time.givenFor(type, openedAt));
    const row = await this.row(message.handoffId, { type, subject: message.subject }, tx);
    const participants = participantsOf(message.data);
    const opened = openHandoff(row, { ...given, openedAt, participants, ownerId: firstOwner(row, participants) });
    if (opened === row) return;
    await this.board.put(opened, tx);
    const { nextLevelAt } = opened;
    if (nextLevelAt) tx.afterCommit(() => this.alarm.set(opened.id, nextLevelAt));
    if (type !== 'decide-application' || opened.closing) return;
    const { amountFen, applicationId } = message.data as { amountFen: number; applicationId: string };
    await this.callMajorMatter.ofAmount({ handoffId: opened.id, applicationId, amountFen }, openedAt, tx);
  }

  private async close(message: ReceivedMessage, state: HandoffClosing['state'], tx: Tx): Promise<void> {
    const { handoffId, handoff, at, code, reasons, reason } = message.data as Record<string, string> & { reasons?: string[] };
    const type = handoffOf(`handoff.${handoff}.v1`);
    // Only the department that owes the work may say that it is over.
    if (!type || handoffDefinition(type).to !== message.source) return;
    const row = await this.row(String(handoffId), { type, subject: message.subject }, tx);
    const closedAt = new Date(String(at));
    const calendar = row.openedAt ? await this.time.whenPublished(() => this.time.calendar(closedAt)) : null;
    const closing = { state, at: closedAt, code: code ?? null, reasons: reasons ?? (reason ? [reason] : []) };
    const outcome = closeHandoff(row, closing, { now: await this.time.now(), calendar });
    if (outcome.handoff === row) return;
    await this.board.put(outcome.handoff, tx);
    for (const level of outcome.withdrawn) await this.withdraw(row.id, level, tx);
  }

  private async withdraw(handoffId: string, level: LadderLevel, tx: Tx): Promise<void> {
    await this.outbox.add(event('coordination.handoff-level-withdrawn.v1', handoffId, { handoffId, level: level.level }), tx);
    if (level.meetingId) await this.cancelMeeting.ifStillConvened(level.meetingId, '交接在升级时点之前已经办结', tx);
  }

  private async row(id: string, about: { type: HandoffType; subject: string }, tx: Tx): Promise<Handoff> {
    const { from, to } = handoffDefinition(about.type);
    return (await this.board.find(id, tx)) ?? blankHandoff({ id, kind: 'HANDOFF', from, to, ...about });
  }
}

function participantsOf(data: Record<string, unknown>): readonly HandoffParticipant[] {
  return Array.isArray(data['participants']) ? (data['participants'] as HandoffParticipant[]) : [];
}

/** Work that comes back to sales belongs to the salesperson of the application from the first moment. */
function firstOwner(row: Handoff, participants: readonly HandoffParticipant[]): string | null {
  if (row.to !== 'sales') return null;
  return participants.find((participant) => participant.role === 'SALESPERSON')?.employeeId ?? null;
}
