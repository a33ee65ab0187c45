import { Injectable } from '@nestjs/common';
import { addDays, addMs, businessDateOf, instantOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { soonAt } from '../../domain/reminder/reminder.js';
import type { Deadline, ReminderKind } from '../../domain/reminder/reminder.js';
import { deadlineSources } from './deadline-sources.js';
import type { DeadlineSource } from './deadline-sources.js';

/** A person, and whether what nobody has is his as well: the manager's is. */
export interface Whose {
  readonly ownerId: string;
  readonly nobodys: boolean;
}

/** Deadlines of a kind that one person owes. */
export interface DeadlineTally {
  readonly kind: ReminderKind;
  readonly ownerId: string | null;
  readonly late: number;
  /** Due today and not late yet. */
  readonly today: number;
}

type Row = Readonly<Record<string, unknown>> & { readonly _id: string };

/** The indexes of deadlines hold only what is owed: a question has to say so to be served by them. */
const TYPE = { DATE: 'string', INSTANT: 'date' } as const;
const BATCH = 500;
/** Instants further ahead are not looked at: their reminders come later. */
const AHEAD_MS = 7 * 86_400_000;
/** Reminded of so long before when nobody knows since when it is owed. */
const NOTICE_MS = 86_400_000;

/** Reads open deadlines wherever they are stored, past the entities: only the fields that matter, by their indexes. */
@Injectable()
export class Deadlines {
  constructor(private readonly database: Database) {}

  /** Deadlines that may have to be told by now, a batch at a time. */
  async *near(now: Date, share: number): AsyncGenerator<readonly Deadline[]> {
    for (const source of deadlineSources) {
      const { field, as } = source.due;
      const until = as === 'DATE' ? businessDateOf(now) : addMs(now, AHEAD_MS);
      const cursor = this.rows(source).find(
        { ...source.open, [field]: { $type: TYPE[as], $lte: until } },
        { projection: projectionOf(source) },
      );
      let batch: Deadline[] = [];
      for await (const row of cursor.sort({ [field]: 1 }).batchSize(BATCH)) {
        batch.push(deadlineOf(source, row, share));
        if (batch.length === BATCH) {
          yield batch;
          batch = [];
        }
      }
      yield batch;
    }
  }

  /** Which of these are still owed, by kind and subject. */
  async owed(wanted: readonly Pick<Deadline, 'kind' | 'about'>[], share: number): Promise<ReadonlyMap<string, Deadline>> {
    const found = new Map<string, Deadline>();
    for (const source of deadlineSources) {
      const ids = wanted.filter(({ kind }) => kind === source.kind).map(({ about }) => about);
      if (ids.length === 0) continue;
      const filter = { _id: { $in: ids }, ...source.open, [source.due.field]: { $type: TYPE[source.due.as] } };
      for await (const row of this.rows(source).find(filter, { projection: projectionOf(source) }))
        found.set(`${source.kind} ${row._id}`, deadlineOf(source, row, share));
    }
    return found;
  }

  /** How many are late and how many fall due today, by kind and owner: everybody's, or those of some. */
  async tally(now: Date, whose: Whose | null): Promise<readonly DeadlineTally[]> {
    const counted = await Promise.all(deadlineSources.map((source) => this.tallyOf(source, now, whose)));
    return counted.flat();
  }

  /** A person's deadlines of a kind until a moment, the most pressing first. */
  async of(whose: Whose, wanted: { kind: ReminderKind; until: Date; limit: number; share: number }): Promise<readonly Deadline[]> {
    const source = deadlineSources.find(({ kind }) => kind === wanted.kind);
    const owned = source && filterOf(source, whose);
    if (!source || !owned) return [];
    const { field } = source.due;
    const filter = {
      ...source.open,
      ...owned,
      [field]: { $type: TYPE[source.due.as], $lt: boundOf(source, wanted.until) },
    };
    const cursor = this.rows(source)
      .find(filter, { projection: projectionOf(source) })
      .sort({ [field]: 1 })
      .limit(wanted.limit);
    return (await cursor.toArray()).map((row) => deadlineOf(source, row, wanted.share));
  }

  private async tallyOf(source: DeadlineSource, now: Date, whose: Whose | null): Promise<DeadlineTally[]> {
    const { kind, ownerField, open, due } = source;
    const tomorrow = instantOf(addDays(businessDateOf(now), 1));
    const owned = whose === null ? {} : filterOf(source, whose);
    if (!owned) return [];
    const counted = await this.rows(source)
      .aggregate<{ _id: string | null; late: number; all: number }>([
        { $match: { ...open, ...owned, [due.field]: { $type: TYPE[due.as], $lt: boundOf(source, tomorrow) } } },
        {
          $group: {
            _id: ownerField && `$${ownerField}`,
            late: { $sum: { $cond: [{ $lt: [`$${due.field}`, boundOf(source, now)] }, 1, 0] } },
            all: { $sum: 1 },
          },
        },
      ])
      .toArray();
    return counted.map(({ _id, late, all }) => ({ kind, ownerId: _id, late, today: all - late }));
  }

  private rows(source: DeadlineSource) {
    return this.database.collection<Row>(source.collection.name);
  }
}

/** What is stored of a deadline that had passed at a moment is less than this. */
function boundOf({ due }: DeadlineSource, moment: Date): Date | LocalDate {
  return due.as === 'DATE' ? businessDateOf(moment) : moment;
}

/** What is somebody's; null when nothing of that kind can be. */
function filterOf({ ownerField }: DeadlineSource, { ownerId, nobodys }: Whose): Record<string, unknown> | null {
  if (ownerField === null) return nobodys ? {} : null;
  return { [ownerField]: nobodys ? { $in: [ownerId, null] } : ownerId };
}

function projectionOf({ due, ownerField }: DeadlineSource): Record<string, 1> {
  return { ...(ownerField ? { [ownerField]: 1 } : {}), [due.field]: 1, ...(due.openedField ? { [due.openedField]: 1 } : {}) };
}

function deadlineOf(source: DeadlineSource, row: Row, share: number): Deadline {
  const { kind, escalates, ownerField, due } = source;
  return {
    kind,
    about: row._id,
    ownerId: (ownerField && (row[ownerField] as string | null)) ?? null,
    escalates,
    ...momentsOf(row, due, share),
  };
}

function momentsOf(row: Row, { field, as, openedField }: DeadlineSource['due'], share: number): Pick<Deadline, 'soonAt' | 'dueAt'> {
  if (as === 'DATE') {
    const day = row[field] as LocalDate;
    return { soonAt: instantOf(day), dueAt: instantOf(addDays(day, 1)) };
  }
  const dueAt = row[field] as Date;
  const openedAt = openedField ? (row[openedField] as Date | null) : null;
  return { soonAt: openedAt ? soonAt(openedAt, dueAt, share) : addMs(dueAt, -NOTICE_MS), dueAt };
}
