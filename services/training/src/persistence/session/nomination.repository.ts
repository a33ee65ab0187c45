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

  protected override toDocument(nomination: Nomination): Record<string, unknown> {
    const placeKey = String(nomination.place).padStart(PLACE_DIGITS, '0');
    const standsFor = STANDING.includes(nomination.state) ? nomination.employeeId : null;
    return { ...super.toDocument(nomination), placeKey, standsFor };
  }

  protected override toEntity(document: Stored): Nomination {
    return storedNomination(document);
  }
}
