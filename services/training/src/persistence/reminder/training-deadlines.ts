import { Injectable } from '@nestjs/common';
import { addDays, businessDateOf, instantOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Document } from 'mongodb';
import { evaluateBy } from '../../domain/evaluation/evaluation-day.js';
import { taskOwner } from '../../domain/evaluation/evaluation-task.js';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { decideBy } from '../../domain/session/nomination.js';
import type { Nomination } from '../../domain/session/nomination.js';
import { lastDayOf } from '../../domain/session/training-session.js';
import type { DeadlineKind, ReminderKind } from '../../domain/reminder/training-reminder.js';
import { certificateCollection } from '../certificate/certificate.schema.js';
import { evaluationTaskCollection } from '../evaluation/evaluation-task.schema.js';
import { improvementCollection } from '../improvement/improvement.schema.js';
import { knowledgeStandingCollection } from '../knowledge/knowledge.schema.js';
import { nominationCollection } from '../session/nomination.schema.js';
import { trainingRequestCollection } from '../session/training-request.schema.js';
import { trainingSessionCollection } from '../session/training-session.schema.js';

/** Something of training that is owed until a day. */
export interface OwedRow {
  readonly kind: DeadlineKind;
  readonly about: string;
  readonly dueOn: LocalDate;
  readonly ownerIds: readonly string[];
  /** Whose superior is told when it is late; the sales manager when it is nobody's in particular. */
  readonly superiorOf: string | null;
  /** Whose manager owes it, whoever that is now. */
  readonly decidedFor?: string;
}

export interface DeadlinePolicy {
  readonly aheadDays: Readonly<Record<DeadlineKind, number>>;
  readonly evaluateWithin: number;
  readonly decideWithin: number;
}

type Row = Readonly<Record<string, unknown>> & { readonly _id: string };

interface Source {
  readonly kind: Extract<DeadlineKind, 'EVALUATION' | 'IMPROVEMENT' | 'KNOWLEDGE'>;
  readonly collection: string;
  /** The day in a field that only holds one while something is owed. */
  readonly field: string;
  readonly owner: (row: Row) => unknown;
  readonly superiorOf: (row: Row) => unknown;
}

const SOURCES: readonly Source[] = [
  {
    ...{ kind: 'EVALUATION', collection: evaluationTaskCollection.name, field: 'owedOn' },
    owner: (row) => taskOwner(row as unknown as EvaluationTask),
    superiorOf: (row) => (taskOwner(row as unknown as EvaluationTask) === row['employeeId'] ? row['employeeId'] : null),
  },
  {
    ...{ kind: 'IMPROVEMENT', collection: improvementCollection.name, field: 'owedOn' },
    owner: (row) => row['ownerId'],
    superiorOf: () => null,
  },
  {
    ...{ kind: 'KNOWLEDGE', collection: knowledgeStandingCollection.name, field: 'dueOn' },
    owner: (row) => row['employeeId'],
    superiorOf: (row) => row['employeeId'],
  },
];
const BATCH = 500;
/** In the words of the index that holds only these. */
const UNDECIDED = { approval: 'PENDING', standsFor: { $type: 'string' } } as const;

/** Reads what is owed wherever it is stored, past the entities: by the indexes of the days, a batch at a time. */
@Injectable()
export class TrainingDeadlines {
  constructor(private readonly database: Database) {}

  /** What may have to be told by today. */
  async *near(today: LocalDate, policy: DeadlinePolicy): AsyncGenerator<readonly OwedRow[]> {
    for (const source of SOURCES) {
      const until = addDays(today, policy.aheadDays[source.kind]);
      const cursor = this.rows(source.collection)
        .find({ [source.field]: { $type: 'string', $lte: until } })
        .sort({ [source.field]: 1 });
      for await (const batch of inBatches(cursor)) yield batch.map((row) => owedRow(source, row));
    }
    const heldBy = addDays(today, policy.aheadDays.UNEVALUATED - policy.evaluateWithin);
    const held = this.rows(trainingSessionCollection.name)
      .find({ state: 'HELD', heldOn: { $lte: heldBy }, $or: [{ untilOn: null }, { untilOn: { $lte: heldBy } }] })
      .sort({ heldOn: 1 });
    for await (const batch of inBatches(held)) yield await this.unevaluated(batch, policy);
    const planned = this.rows(trainingSessionCollection.name)
      .find({ state: 'PLANNED', heldOn: { $lte: addDays(today, policy.aheadDays.UNRECORDED) } })
      .sort({ heldOn: 1 });
    for await (const batch of inBatches(planned)) yield batch.map(unrecorded);
    const asked = this.rows(trainingRequestCollection.name)
      .find({ state: 'OPEN', dueAt: { $lt: instantOf(addDays(today, policy.aheadDays.REQUEST + 1)) } })
      .sort({ dueAt: 1 });
    for await (const batch of inBatches(asked)) yield batch.map(requested);
    const undecided = this.rows(nominationCollection.name).find(UNDECIDED).sort({ nominatedAt: 1 });
    for await (const batch of inBatches(undecided)) yield batch.map((row) => pending(row, policy));
  }

  /** Until when these are owed now; what is owed no more is absent. */
  async owedOn(kind: ReminderKind, ids: readonly string[], policy: DeadlinePolicy): Promise<ReadonlyMap<string, LocalDate>> {
    const source = SOURCES.find((one) => one.kind === kind);
    if (source) {
      const rows = await this.rows(source.collection)
        .find({ _id: { $in: [...ids] }, [source.field]: { $type: 'string' } })
        .toArray();
      return new Map(rows.map((row) => [row._id, row[source.field] as LocalDate]));
    }
    if (kind === 'REQUEST' || kind === 'NOMINATION') {
      const [collection, isOwed] = kind === 'REQUEST' ? [trainingRequestCollection, { state: 'OPEN' }] : [nominationCollection, UNDECIDED];
      const open = await this.rows(collection.name)
        .find({ _id: { $in: [...ids] }, ...isOwed })
        .toArray();
      const rows = kind === 'REQUEST' ? open.map(requested) : open.map((row) => pending(row, policy));
      return new Map(rows.map(({ about, dueOn }) => [about, dueOn]));
    }
    if (kind === 'CERTIFICATE') {
      const valid = await this.rows(certificateCollection.name)
        .find({ _id: { $in: [...ids] }, state: 'VALID', expiresOn: { $type: 'string' } })
        .toArray();
      return new Map(valid.map((row) => [row._id, row['expiresOn'] as LocalDate]));
    }
    const state = kind === 'UNRECORDED' ? 'PLANNED' : 'HELD';
    const sessions = await this.rows(trainingSessionCollection.name)
      .find({ _id: { $in: [...ids] }, state })
      .toArray();
    const owed = kind === 'UNRECORDED' ? sessions.map(unrecorded) : await this.unevaluated(sessions, policy);
    return new Map(owed.map(({ about, dueOn }) => [about, dueOn]));
  }

  /** Trainings that were held and whose evaluation nobody has opened; with tasks opened, each of those has its own day. */
  private async unevaluated(held: readonly Row[], policy: DeadlinePolicy): Promise<readonly OwedRow[]> {
    const ids = held.map(({ _id }) => _id);
    const opened = new Set(await this.rows(evaluationTaskCollection.name).distinct('sessionId', { sessionId: { $in: ids } }));
    return held
      .filter(({ _id }) => !opened.has(_id))
      .map((row) => ({
        ...{ kind: 'UNEVALUATED' as const, about: row._id, dueOn: evaluateBy(lastDayOfRow(row), policy), superiorOf: null },
        ownerIds: trainerOf(row),
      }));
  }

  private rows(collection: string) {
    return this.database.collection<Document & { _id: string }>(collection);
  }
}

/** A training whose last day has come: its trainer writes down who came, or it is cancelled as not held. */
function unrecorded(row: Row): OwedRow {
  return { kind: 'UNRECORDED', about: row._id, dueOn: lastDayOfRow(row), ownerIds: trainerOf(row), superiorOf: null };
}

/** A training that hr asked for: the manager of sales sees to it, or gives the request back. */
function requested(row: Row): OwedRow {
  return { kind: 'REQUEST', about: row._id, dueOn: businessDateOf(row['dueAt'] as Date), ownerIds: [], superiorOf: null };
}

/** Somebody waits for his manager's word. */
function pending(row: Row, { decideWithin }: DeadlinePolicy): OwedRow {
  const dueOn = decideBy(row as unknown as Nomination, decideWithin);
  return { kind: 'NOMINATION', about: row._id, dueOn, ownerIds: [], superiorOf: null, decidedFor: String(row['employeeId']) };
}

const lastDayOfRow = (row: Row): LocalDate => lastDayOf(row as unknown as Parameters<typeof lastDayOf>[0]);

const trainerOf = (row: Row): string[] => (row['trainerId'] ? [String(row['trainerId'])] : []);

function owedRow({ kind, field, owner, superiorOf }: Source, row: Row): OwedRow {
  const [owns, above] = [owner(row), superiorOf(row)];
  return {
    ...{ kind, about: row._id, dueOn: row[field] as LocalDate, ownerIds: owns ? [String(owns)] : [] },
    superiorOf: above ? String(above) : null,
  };
}

async function* inBatches(cursor: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of cursor) {
    batch.push(row);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}
