import { Injectable } from '@nestjs/common';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Handoff } from '../../domain/board/handoff.js';
import { dueLevels, fireLevel } from '../../domain/board/ladder.js';
import type { LadderLevel } from '../../domain/board/ladder.js';
import { endsInMeeting, meetingDepartments, whoIsTold } from '../../domain/board/who-is-told.js';
import { BoardHandoffs } from '../../persistence/handoff.repository.js';
import { CompanyTime } from '../company-time.js';
import { ConveneMeeting } from '../convene-meeting/convene-meeting.use-case.js';
import { DepartmentManagers } from '../department-managers.js';

const BATCH = 100;
const MEETING_LEVEL = 3;
const ACTOR = { kind: 'service', service: 'coordination' } as const;

/**
 * Fires what is due on the ladder of late work. The row is read, decided and saved at its version in one transaction with
 * the events, so a level fires once and never after a completion, a pause or another firing was committed.
 */
@Injectable()
export class FireDueLevels {
  constructor(
    private readonly work: UnitOfWork,
    private readonly board: BoardHandoffs,
    private readonly outbox: Outbox,
    private readonly time: CompanyTime,
    private readonly managers: DepartmentManagers,
    private readonly conveneMeeting: ConveneMeeting,
  ) {}

  /** Fires the due levels of one handoff; returns how many, and when the next one is due. */
  async fire(handoffId: string): Promise<{ fired: number; nextLevelAt: Date | null }> {
    return this.work.run({ actor: ACTOR, operation: 'fire-due-levels' }, async (tx) => {
      const row = await this.board.find(handoffId, tx);
      if (!row) return { fired: 0, nextLevelAt: null };
      const after = await this.apply(row, await this.time.now(), tx);
      if (after !== row) await this.board.save(after, tx);
      return { fired: countFired(after) - countFired(row), nextLevelAt: after.nextLevelAt };
    });
  }

  /**
   * Fires everything that is due now; returns how many levels fired. Several processes may sweep at once. One row that
   * cannot fire does not hold up the others: its error is thrown at the end.
   */
  async sweep(): Promise<number> {
    let fired = 0;
    for (;;) {
      const due = await this.board.dueIds(await this.time.now(), BATCH);
      const errors: unknown[] = [];
      for (const handoffId of due) {
        try {
          fired += (await this.fire(handoffId)).fired;
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
      if (due.length < BATCH) return fired;
    }
  }

  /** The row with its due levels fired, not yet saved; the same object when nothing is due. */
  async apply(row: Handoff, now: Date, tx: Tx): Promise<Handoff> {
    const due = dueLevels(row, now);
    if (due.length === 0) return row;
    const managersOf = await this.managers.of([row.from, row.to], tx);
    let current = row;
    for (const level of due) {
      const notified = whoIsTold(level.level, row, managersOf);
      const meets = level.level === MEETING_LEVEL && endsInMeeting(row);
      const meetingId = meets ? await this.convene(row, notified, tx) : null;
      current = fireLevel(current, { level: level.level, at: now, notified, meetingId });
      await this.outbox.add(escalated(row, level, notified), tx);
    }
    return current;
  }

  private convene(row: Handoff, notified: readonly string[], tx: Tx): Promise<string> {
    const matter = {
      cause: 'HANDOFF_OVERDUE' as const,
      causeKey: `level-3:${row.id}`,
      title: '逾期交接协调会',
      agenda: [`交接 ${row.type}（${row.from} → ${row.to}）逾期：${row.subject}`, '原因、处理办法与责任人'],
      departments: meetingDepartments(row),
      subject: row.subject,
      handoffId: row.id,
    };
    return this.conveneMeeting.forCause(matter, notified, tx);
  }
}

function countFired(row: Handoff): number {
  return row.levels.filter((level) => level.firedAt).length;
}

function escalated(row: Handoff, level: LadderLevel, notify: readonly string[]) {
  return event('coordination.handoff-escalated.v1', row.id, {
    handoffId: row.id,
    level: level.level,
    department: row.to,
    notify: [...notify],
    dueAt: (row.dueAt ?? level.at).toISOString(),
  });
}
