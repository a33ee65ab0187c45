import { Injectable } from '@nestjs/common';
import { addDays, addMs, businessDateOf, instantOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Document } from 'mongodb';
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
/** More rows than a question for all kinds finds: it is answered in one message. */
const ALL_AT_ONCE = 5_000;
/** Instants further ahead are not looked at: their reminders come later. */
const AHEAD_MS = 7 * 86_400_000;
/** Reminded of so long before when nobody knows since when it is owed. */
const NOTICE_MS = 86_400_000;

const SOURCE_OF = Object.fromEntries(deadlineSources.map((source) => [source.kind, source])) as Record<ReminderKind, DeadlineSource>;

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

  /**
   * How many of some kinds are late and how many fall due today, by kind and owner: everybody's, or a person's. One question for all kinds, counted once
   * for all of them: to count each kind by itself would have the database prepare as many plans.
   */
  async tally(now: Date, whose: Whose | null, kinds: ReadonlySet<ReminderKind>): Promise<readonly DeadlineTally[]> {
    const counted = await this.united<{ _id: { kind: ReminderKind; owner: string | null }; late: number; all: number }>(
      (source) =>
        (kinds.has(source.kind) ? (whose === null ? [{}] : ownedBy(source, whose)) : []).map((owned) => dueStages(source, now, owned)),
      [{ $group: { _id: { kind: '$kind', owner: '$owner' }, late: { $sum: '$late' }, all: { $sum: 1 } } }],
    );
    return counted.map(({ _id: { kind, owner }, late, all }) => ({ kind, ownerId: owner ?? null, late, today: all - late }));
  }

  /** A person's deadlines until a moment, of each kind the most pressing first. One question for all kinds. */
  async of(whose: Whose, { until, limit, share }: { until: Date; limit: number; share: number }): Promise<readonly Deadline[]> {
    const rows = await this.united<Row & { kind: ReminderKind }>((source) =>
      ownedBy(source, whose).map((owned) => listStages(source, { owned, until, limit })),
    );
    const found = Map.groupBy(rows, (row) => row.kind);
    return [...found].flatMap(([kind, ofKind]) => {
      const source = SOURCE_OF[kind];
      const deadlines = ofKind.map((row) => deadlineOf(source, row, share));
      return deadlines.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).slice(0, limit);
    });
  }

  /** The rows of every source that has any to ask for, each with its kind, in the order of the sources, or what the last stages make of them. */
  private async united<T extends Document>(
    questionsOf: (source: DeadlineSource) => readonly (readonly Document[])[],
    last: readonly Document[] = [],
  ): Promise<T[]> {
    const parts = deadlineSources.flatMap((source) =>
      questionsOf(source).map((stages) => ({ source, pipeline: [...stages, { $set: { kind: { $literal: source.kind } } }] })),
    );
    const [first, ...others] = parts;
    if (!first) return [];
    const unions = others.map(({ source, pipeline }) => ({ $unionWith: { coll: source.collection.name, pipeline } }));
    return this.rows(first.source)
      .aggregate<T>([...first.pipeline, ...unions, ...last], { batchSize: ALL_AT_ONCE })
      .toArray();
  }

  private rows(source: DeadlineSource) {
    return this.database.collection<Row>(source.collection.name);
  }
}

/** The same counts from deadlines that were read, all of them until tomorrow at least. */
export function talliesOf(deadlines: readonly Deadline[], now: Date): readonly DeadlineTally[] {
  const tomorrow = instantOf(addDays(businessDateOf(now), 1));
  const byOwner = Map.groupBy(deadlines, ({ kind, ownerId }) => `${kind} ${ownerId ?? ''}`);
  return [...byOwner.values()].flatMap((owed) => {
    const [{ kind, ownerId }] = owed as [Deadline];
    const late = owed.filter((one) => one.dueAt <= now).length;
    const all = owed.filter((one) => one.dueAt <= tomorrow).length;
    return all > 0 ? [{ kind, ownerId, late, today: all - late }] : [];
  });
}

/** What is late or falls due today, from its index alone: whose it is, and 1 if it is late. */
function dueStages(source: DeadlineSource, now: Date, owned: Document): readonly Document[] {
  const { ownerField, open, due } = source;
  const tomorrow = instantOf(addDays(businessDateOf(now), 1));
  const late = { $cond: [{ $lt: [`$${due.field}`, boundOf(source, now)] }, 1, 0] };
  return [
    { $match: { ...open, ...owned, [due.field]: { $type: TYPE[due.as], $lt: boundOf(source, tomorrow) } } },
    { $project: { _id: 0, ...(ownerField && { owner: `$${ownerField}` }), late } },
  ];
}

function listStages(source: DeadlineSource, { owned, until, limit }: { owned: Document; until: Date; limit: number }): readonly Document[] {
  const { open, due } = source;
  return [
    { $match: { ...open, ...owned, [due.field]: { $type: TYPE[due.as], $lt: boundOf(source, until) } } },
    { $sort: { [due.field]: 1 } },
    { $limit: limit },
    { $project: projectionOf(source) },
  ];
}

/** What is stored of a deadline that had passed at a moment is less than this. */
function boundOf({ due }: DeadlineSource, moment: Date): Date | LocalDate {
  return due.as === 'DATE' ? businessDateOf(moment) : moment;
}

/** What is somebody's, and apart from it what is nobody's: each is one walk of the index of owners, where both at once would have to be sorted. */
function ownedBy({ ownerField, ownerless }: DeadlineSource, { ownerId, nobodys }: Whose): readonly Record<string, unknown>[] {
  if (ownerField === null) return nobodys ? [{}] : [];
  return [{ [ownerField]: ownerId }, ...(nobodys && ownerless ? [{ [ownerField]: null }] : [])];
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
