import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { Nomination } from '../../domain/session/nomination.js';
import { nominationCollection } from './nomination.schema.js';

const PLACE_DIGITS = 10;
const STANDING = ['SEATED', 'WAITING'];

export function storedNomination({ _id, ...rest }: Stored): Nomination {
  const { placeKey: _placeKey, standsFor: _standsFor, ...kept } = rest as Record<string, unknown>;
  return { ...kept, id: _id } as unknown as Nomination;
}

/** Nominations for trainings, in the order of their queues. */
@Injectable()
export class Nominations extends Repository<Nomination> {
  constructor(database: Database) {
    super(database, nominationCollection, 'nomination');
  }

  /** The standing nomination of a person, or null. */
  ofPerson(sessionId: string, employeeId: string, tx: Tx): Promise<Nomination | null> {
    return this.findOne({ sessionId, standsFor: employeeId }, tx);
  }

  /** The first of those who wait for a seat. */
  waiting(sessionId: string, limit: number, tx: Tx): Promise<Nomination[]> {
    return this.findMany({ sessionId, state: 'WAITING' }, tx, { sort: { placeKey: 1 }, limit });
  }

  /** Everybody with a seat or waiting for one; a training has at most 500. */
  standing(sessionId: string, tx: Tx): Promise<Nomination[]> {
    return this.findMany({ sessionId, state: { $in: STANDING } }, tx, { sort: { placeKey: 1 } });
  }

  /** People whose manager declined; a training has a handful. */
  declined(sessionId: string, tx: Tx): Promise<Nomination[]> {
    return this.findMany({ sessionId, state: 'DECLINED' }, tx);
  }

  /** The nominations of a person that stand and of whose trainings nobody has written down yet who came. */
  standingOf(employeeId: string, tx: Tx): Promise<Nomination[]> {
    return this.findMany({ employeeId, state: { $in: STANDING }, outcome: null }, tx, { sort: { heldOn: 1 } });
  }

  /** Ids of seats that no manager has agreed to, of these trainings and of before a moment, the oldest first. */
  async pendingSince(sessionIds: readonly string[], before: Date, page: { limit: number; without: readonly string[] }): Promise<string[]> {
    const filter = { sessionId: { $in: [...sessionIds] }, state: 'SEATED', approval: 'PENDING', nominatedAt: { $lt: before } };
    const rows = await this.model.collection
      .find({ ...filter, _id: { $nin: [...page.without] } } as never, {
        projection: { _id: 1 },
        sort: { nominatedAt: 1 },
        limit: page.limit,
      })
      .toArray();
    return rows.map((row) => String(row._id));
  }

  protected override toDocument(nomination: Nomination): Record<string, unknown> {
    const placeKey = String(nomination.place).padStart(PLACE_DIGITS, '0');
    const standsFor = STANDING.includes(nomination.state) ? nomination.employeeId : null;
    return { ...super.toDocument(nomination), placeKey, standsFor };
  }

  protected override toEntity(document: Stored): Nomination {
    return storedNomination(document);
  }
}
