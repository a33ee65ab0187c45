import { Injectable } from '@nestjs/common';
import { canonicalHash } from '@weilend/kernel';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import type { AppraisalScheme } from '../../domain/appraisal/scheme.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import type { AppraisalQuarter } from '../../domain/appraisal/quarter-closing.js';
import {
  appraisalFactCollection,
  appraisalQuarterCollection,
  appraisalSchemeCollection,
  appraisalSheetCollection,
} from './appraisal.schema.js';

@Injectable()
export class AppraisalFacts extends Repository<AppraisalFact> {
  constructor(database: Database) {
    super(database, appraisalFactCollection, 'appraisal fact');
  }

  /** The violations that count for a person in a quarter. */
  violationsOf(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalFact[]> {
    return this.findMany({ employeeId, quarter, kind: 'VIOLATION' }, tx);
  }

  /** The fact of a kind about a subject on a day, whosever it is, or null. */
  onDay(fact: Pick<AppraisalFact, 'kind' | 'aboutId' | 'occurredOn'>, tx: Tx): Promise<AppraisalFact | null> {
    const { kind, aboutId, occurredOn } = fact;
    return this.findOne({ kind, aboutId, occurredOn }, tx);
  }

  /** The latest fact of a kind about a subject, or null. */
  async latest(fact: Pick<AppraisalFact, 'kind' | 'aboutId'>, tx: Tx): Promise<AppraisalFact | null> {
    const { kind, aboutId } = fact;
    return (await this.findMany({ aboutId, kind }, tx, { sort: { occurredOn: -1 }, limit: 1 }))[0] ?? null;
  }

  /** Everything that is kept about a subject. */
  allAbout(aboutId: string, tx: Tx): Promise<AppraisalFact[]> {
    return this.findMany({ aboutId }, tx, { limit: 100_000 });
  }

  /** Takes the place of all that was kept about a subject; only a rebuild may. */
  async replaceAbout(aboutId: string, facts: readonly AppraisalFact[], tx: Tx): Promise<void> {
    await this.model.collection.deleteMany({ aboutId } as never, { session: tx.session });
    await this.insertMany(facts, tx);
  }
}

@Injectable()
export class AppraisalSchemes extends Repository<AppraisalScheme> {
  constructor(database: Database) {
    super(database, appraisalSchemeCollection, 'appraisal scheme');
  }

  /** The one from a quarter on, proposed or published. */
  from(fromQuarter: string, tx: Tx): Promise<AppraisalScheme | null> {
    return this.findOne({ fromQuarter }, tx);
  }

  /** True while none was ever published. */
  async isFirst(tx: Tx): Promise<boolean> {
    return (await this.findOne({ state: { $ne: 'PROPOSED' } }, tx)) === null;
  }

  /** The newest published scheme that counts in a quarter, or null. */
  async forQuarter(quarter: string, tx: Tx): Promise<AppraisalScheme | null> {
    const [scheme] = await this.findMany({ fromQuarter: { $lte: quarter }, state: { $ne: 'PROPOSED' } }, tx, {
      sort: { fromQuarter: -1 },
      limit: 1,
    });
    return scheme ?? null;
  }
}

@Injectable()
export class AppraisalSheets extends Repository<AppraisalSheet> {
  constructor(database: Database) {
    super(database, appraisalSheetCollection, 'appraisal sheet');
  }

  ofPerson(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalSheet | null> {
    return this.findOne({ employeeId, quarter }, tx);
  }

  /** The sheets of a person from a quarter on. */
  ofPersonFrom(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalSheet[]> {
    return this.findMany({ employeeId, quarter: { $gte: quarter } }, tx);
  }

  /** Some sheets of a quarter that are not closed. */
  openOf(quarter: string, limit: number, tx: Tx): Promise<AppraisalSheet[]> {
    return this.findMany({ quarter, state: 'OPEN' }, tx, { sort: { _id: 1 }, limit });
  }

  /** Writes what a closing changes and nothing else, all in one command. Throws VersionConflict when one of the sheets has moved on. */
  async saveClosed(all: readonly AppraisalSheet[], tx: Tx): Promise<void> {
    if (all.length === 0) return;
    const steps = all.map(({ id, version, state, closedOn, figures, total, lines, gates, cycle, dueAt, notice, noticeAt }) => ({
      updateOne: {
        filter: { _id: id, version },
        update: { $set: { state, closedOn, figures, total, lines, gates, cycle, dueAt, notice, noticeAt }, $inc: { version: 1 } },
      },
    }));
    const outcome = await this.model.collection.bulkWrite(steps as never, { session: tx.session, ordered: false });
    if (outcome.matchedCount < all.length)
      throw new VersionConflict(this.definition.name, `${all.length - outcome.matchedCount} of a closing`);
    for (const { id, version, ...rest } of all)
      tx.wrote(this.definition.name, id, canonicalHash({ _id: id, ...rest, version: version + 1 }));
  }

  /** Sheets of whose step something is to be told before that moment, the earliest first. */
  async toTell(before: Date, limit: number, without: readonly string[]): Promise<string[]> {
    const rows = await this.model.collection
      .find({ noticeAt: { $type: 'date', $lt: before }, ...(without.length > 0 ? { _id: { $nin: [...without] } } : {}) } as never)
      .sort({ noticeAt: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return rows.map(({ _id }) => _id);
  }

  /** How many sheets of a quarter are open, how many closed, and on how many somebody still has a word at that moment: their time runs, an appeal waits, or
   * nobody was told that the review is late. Served by `open`. */
  async count(quarter: string, at: Date, tx: Tx): Promise<{ sheets: number; closed: number; undecided: number }> {
    const open = { quarter, state: 'OPEN' };
    const unreviewed = { 'cycle.review': null, 'cycle.escalations.step': { $ne: 'REVIEW' } };
    const undecided = { ...open, $or: [{ 'cycle.stage': 'APPEALED' }, { dueAt: { $gte: at } }, unreviewed] };
    const counted = (filter: object): Promise<number> => this.model.collection.countDocuments(filter as never, { session: tx.session });
    return { sheets: await counted(open), closed: await counted({ quarter, state: 'CLOSED' }), undecided: await counted(undecided) };
  }
}

@Injectable()
export class AppraisalQuarters extends Repository<AppraisalQuarter> {
  constructor(database: Database) {
    super(database, appraisalQuarterCollection, 'appraisal quarter');
  }

  of(quarter: string, tx: Tx): Promise<AppraisalQuarter | null> {
    return this.findOne({ quarter }, tx);
  }

  async closing(tx: Tx): Promise<AppraisalQuarter | null> {
    return (await this.findMany({ state: 'CLOSING' }, tx, { sort: { quarter: 1 }, limit: 1 }))[0] ?? null;
  }
}
