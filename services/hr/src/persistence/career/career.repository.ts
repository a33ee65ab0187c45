import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { CareerLadder } from '../../domain/career/ladder.js';
import type { CareerPlan } from '../../domain/career/career-plan.js';
import type { Standing } from '../../domain/career/standing.js';
import type { CareerTalk } from '../../domain/career/talk.js';
import { careerLadderCollection, careerPlanCollection, careerStandingCollection, careerTalkCollection } from './career.schema.js';

/** Served by `inForce`. */
export const APPROVED = { approvedBy: { $type: 'string' } } as const;

@Injectable()
export class CareerLadders extends Repository<CareerLadder> {
  constructor(database: Database) {
    super(database, careerLadderCollection, 'career ladder');
  }

  /** The newest approved ladder that counts on a day, or null. */
  async inForce(on: LocalDate, tx: Tx): Promise<CareerLadder | null> {
    const [ladder] = await this.findMany({ ...APPROVED, effectiveFrom: { $lte: on } }, tx, { sort: { effectiveFrom: -1 }, limit: 1 });
    return ladder ?? null;
  }

  /** The approved one that counts from exactly this day on. */
  from(effectiveFrom: LocalDate, tx: Tx): Promise<CareerLadder | null> {
    return this.findOne({ ...APPROVED, effectiveFrom }, tx);
  }
}

@Injectable()
export class Standings extends Repository<Standing> {
  constructor(private readonly database: Database) {
    super(database, careerStandingCollection, 'career standing');
  }

  /** The first row of a person is inserted, later ones replace it. */
  put(standing: Standing, tx: Tx): Promise<Standing> {
    return standing.version === 0 ? this.insert(standing, tx) : this.save(standing, tx);
  }

  /** People of whose talk the superior is to be told by today, the earliest first. */
  async toTell(today: LocalDate, limit: number, without: readonly string[]): Promise<string[]> {
    const rows = await this.database
      .collection<Stored>(careerStandingCollection.name)
      .find({ noticeOn: { $type: 'string', $lte: today }, ...(without.length > 0 ? { _id: { $nin: [...without] } } : {}) })
      .sort({ noticeOn: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return rows.map(({ _id }) => _id);
  }
}

@Injectable()
export class CareerPlans extends Repository<CareerPlan> {
  constructor(database: Database) {
    super(database, careerPlanCollection, 'career plan');
  }

  runningOf(employeeId: string, tx: Tx): Promise<CareerPlan | null> {
    return this.findOne({ openKey: employeeId }, tx);
  }
}

@Injectable()
export class CareerTalks extends Repository<CareerTalk> {
  constructor(database: Database) {
    super(database, careerTalkCollection, 'career talk');
  }
}
