import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { followUpDueOn } from '../../domain/care/follow-up.js';
import type { FollowUp } from '../../domain/care/follow-up.js';
import type { ReturnVisit } from '../../domain/care/return-visit.js';
import type { SatisfactionMark } from '../../domain/care/satisfaction.js';
import { visitDueOn } from '../../domain/care/visit-plan.js';
import type { PlannedVisit } from '../../domain/care/visit-plan.js';
import { customerCollection } from '../customer/customer.schema.js';
import { followUpCollection, markCollection, plannedVisitCollection, visitCollection } from './visit.schema.js';

@Injectable()
export class ReturnVisits extends Repository<ReturnVisit> {
  constructor(database: Database) {
    super(database, visitCollection, 'return visit');
  }

  /** The latest visit to a customer by its day. */
  async latestOf(customerId: string, tx: Tx): Promise<ReturnVisit | null> {
    return (await this.findMany({ customerId }, tx, { sort: { visitedOn: -1 }, limit: 1 }))[0] ?? null;
  }
}

/** Row of a collection that stores when something is due beside it. */
export function withoutDue<T>({ _id, dueOn: _on, dueAt: _at, ...rest }: Stored & { dueOn?: unknown; dueAt?: unknown }): T {
  return { id: _id, ...rest } as unknown as T;
}

@Injectable()
export class PlannedVisits extends Repository<PlannedVisit> {
  constructor(private readonly database: Database) {
    super(database, plannedVisitCollection, 'planned visit');
  }

  openOf(customerId: string, tx: Tx): Promise<PlannedVisit | null> {
    return this.findOne({ customerId, state: 'planned' }, tx);
  }

  /** Customers who are to be visited until a day and whose planned visit is missing, on another day, or somebody else's; but for those set aside. */
  async customersAstray(until: LocalDate, setAside: readonly string[], limit: number): Promise<string[]> {
    const visit = {
      from: plannedVisitCollection.name,
      localField: '_id',
      foreignField: 'customerId',
      pipeline: [{ $match: { state: 'planned' } }, { $project: { plannedOn: 1, salespersonId: 1 } }],
      as: 'visit',
    };
    return this.ids(customerCollection.name, [
      { $match: { visitDueOn: { $type: 'string', $lte: until }, _id: { $nin: setAside } } },
      { $project: { nextVisitOn: 1, ownerId: 1 } },
      { $lookup: visit },
      { $match: { $expr: differs('$visit.plannedOn', '$nextVisitOn', '$visit.salespersonId', '$ownerId') } },
      { $limit: limit },
    ]);
  }

  /** Customers whose planned visit is due until a day although their next visit is later. */
  async customersPutOff(until: LocalDate, setAside: readonly string[], limit: number): Promise<string[]> {
    const customer = { from: customerCollection.name, localField: 'customerId', foreignField: '_id', as: 'customer' };
    return this.ids(plannedVisitCollection.name, [
      { $match: { dueOn: { $type: 'string', $lte: until }, customerId: { $nin: setAside } } },
      { $project: { _id: '$customerId', customerId: 1, plannedOn: 1, salespersonId: 1 } },
      { $lookup: { ...customer, pipeline: [{ $project: { nextVisitOn: 1, ownerId: 1 } }] } },
      { $match: { $expr: differs('$customer.nextVisitOn', '$plannedOn', '$customer.ownerId', '$salespersonId') } },
      { $limit: limit },
    ]);
  }

  protected override toDocument(plan: PlannedVisit): Record<string, unknown> {
    return { ...super.toDocument(plan), dueOn: visitDueOn(plan) };
  }

  protected override toEntity(document: Stored): PlannedVisit {
    return withoutDue(document);
  }

  private async ids(collection: string, stages: Record<string, unknown>[]): Promise<string[]> {
    const rows = await this.database.collection(collection).aggregate<{ _id: string }>(stages).toArray();
    return rows.map((row) => row._id);
  }
}

/** True when the first of a looked-up list is not what it should be; an absent one differs from everything. */
const differs = (day: string, expectedDay: string, owner: string, expectedOwner: string): Record<string, unknown> => ({
  $or: [{ $ne: [{ $first: day }, expectedDay] }, { $ne: [{ $first: owner }, expectedOwner] }],
});

@Injectable()
export class FollowUps extends Repository<FollowUp> {
  constructor(database: Database) {
    super(database, followUpCollection, 'follow-up');
  }

  protected override toDocument(followUp: FollowUp): Record<string, unknown> {
    return { ...super.toDocument(followUp), dueOn: followUpDueOn(followUp) };
  }

  protected override toEntity(document: Stored): FollowUp {
    return withoutDue(document);
  }
}

@Injectable()
export class SatisfactionMarks extends Repository<SatisfactionMark> {
  constructor(database: Database) {
    super(database, markCollection, 'satisfaction mark');
  }

  /** True when a visit has brought a mark of a customer on a day. */
  async visitMarked(customerId: string, recordedOn: LocalDate, tx: Tx): Promise<boolean> {
    return (await this.findOne({ customerId, source: 'VISIT', recordedOn }, tx)) !== null;
  }
}
