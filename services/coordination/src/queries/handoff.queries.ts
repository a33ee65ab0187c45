import { Injectable } from '@nestjs/common';
import { addDays, instantOf } from '@weilend/kernel';
import type { Actor, Department, LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { mayRead, mayReadSubject } from '../domain/board/board-scope.js';
import type { BoardReader } from '../domain/board/board-scope.js';
import type { HandoffState } from '../domain/board/handoff.machine.js';
import type { Handoff, HandoffKind } from '../domain/board/handoff.js';
import { pairStatistics } from '../domain/board/pair-statistics.js';
import type { CountedHandoff, PairStatistics } from '../domain/board/pair-statistics.js';
import { handoffCollection } from '../persistence/handoff.schema.js';
import { readerOf } from './reader.js';

export interface HandoffFilter extends PageRequest {
  /** Receiving department. */
  readonly department?: Department | null;
  readonly from?: Department | null;
  readonly state?: HandoffState | null;
  readonly kind?: HandoffKind | null;
  readonly overdue?: boolean | null;
  /** Only what the caller has in hand. */
  readonly mine?: boolean | null;
}

/** Statistics read at most this many rows of a period. */
const STATISTICS_LIMIT = 200_000;
const RUNNING = { $in: ['OPEN', 'ACCEPTED'] };

/** The read side of the board. */
@Injectable()
export class HandoffQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<Handoff[]> {
    const reader = readerOf(actor);
    return (await this.find({ _id: { $in: [...ids] } })).filter((row) => mayRead(row, reader));
  }

  list({ first, after, ...filter }: HandoffFilter, actor: Actor, now: Date): Promise<Page<Handoff>> {
    const reader = readerOf(actor);
    return pageOf(this.model(), { first, after }, { filter: { $and: [scope(reader), wanted(filter, reader, now)] }, map: toHandoff });
  }

  /** Work about each of the subjects, in the order it was opened; a subject whose work the actor may not see at all is left out. */
  async bySubjects(subjects: readonly string[], actor: Actor): Promise<(readonly [string, Handoff])[]> {
    const reader = readerOf(actor);
    const rows = await this.find({ subject: { $in: [...subjects] } });
    const readable = new Set(
      subjects.filter((subject) =>
        mayReadSubject(
          rows.filter((row) => row.subject === subject),
          reader,
        ),
      ),
    );
    return rows.filter((row) => readable.has(row.subject)).map((row) => [row.subject, row] as const);
  }

  /** Figures per pair of departments of the work opened in a period of business dates, both included; of one kind, or of all. */
  async statistics(from: LocalDate, to: LocalDate, kind: HandoffKind | null = null): Promise<readonly PairStatistics[]> {
    const rows = await this.model()
      .find({ openedAt: { $gte: instantOf(from), $lt: instantOf(addDays(to, 1)) }, ...(kind ? { kind } : {}) } as never, {
        from: 1,
        to: 1,
        state: 1,
        dueAt: 1,
        closing: 1,
        workedMs: 1,
      })
      .limit(STATISTICS_LIMIT)
      .lean<Stored[]>()
      .exec();
    return pairStatistics(
      rows.map((row) => ({ ...row, closedAt: (row['closing'] as { at: Date } | null)?.at ?? null }) as unknown as CountedHandoff),
    );
  }

  private async find(filter: Record<string, unknown>): Promise<Handoff[]> {
    const rows = await this.model()
      .find(filter as never)
      .sort({ openedAt: 1, _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toHandoff);
  }

  private model() {
    return this.database.model(handoffCollection);
  }
}

/** `mayRead` as a filter. */
function scope(reader: BoardReader): Record<string, unknown> {
  if (reader.seesAll) return {};
  const named = [{ ownerId: reader.employeeId }, { 'participants.employeeId': reader.employeeId }];
  const department = reader.department && !reader.ownOnly ? [{ from: reader.department }, { to: reader.department }] : [];
  return { $or: [...named, ...department] };
}

function wanted({ department, from, state, kind, overdue, mine }: HandoffFilter, reader: BoardReader, now: Date): Record<string, unknown> {
  return {
    ...(department ? { to: department } : {}),
    ...(from ? { from } : {}),
    ...(kind ? { kind } : {}),
    ...(mine ? { ownerId: reader.employeeId } : {}),
    $and: [state ? { state } : {}, overdueFilter(overdue, now)],
  };
}

function overdueFilter(overdue: boolean | null | undefined, now: Date): Record<string, unknown> {
  if (overdue === null || overdue === undefined) return {};
  const late = { state: RUNNING, dueAt: { $lt: now } };
  return overdue ? late : { $nor: [late] };
}

function toHandoff({ _id, ...rest }: Stored): Handoff {
  return { id: _id, ...rest } as unknown as Handoff;
}
