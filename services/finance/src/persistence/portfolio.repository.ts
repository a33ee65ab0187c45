import { Injectable } from '@nestjs/common';
import { addDays, canonicalHash } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ClientSession, Document } from 'mongodb';
import { EVER_DAYS } from '../domain/portfolio/late-loan.js';
import type { LargeBorrower, PortfolioSlice } from '../domain/portfolio/portfolio-figures.js';
import type { Cohort, LateArrival } from '../domain/portfolio/vintage.js';
import type { DayEndRow } from './day-end.schema.js';
import type { PortfolioDayRow } from './portfolio.schema.js';

/** The whole book as it stands at one moment. */
export interface CountedBook {
  readonly slices: readonly PortfolioSlice[];
  readonly cohorts: readonly Cohort[];
  readonly late: readonly LateArrival[];
  readonly firstPayment: { readonly loans: number; readonly defaulted: number };
  readonly largest: readonly LargeBorrower[];
}

const LARGEST = 10;
const monthOf = (field: string) => ({ $substrCP: [`$${field}`, 0, 7] });
/** The server answers as of one moment, outside of any transaction, so that a large book may take its time. */
const asOfOneMoment = (session: ClientSession) => ({ session, readConcern: { level: 'snapshot' as const } });

/** Counts the book, and keeps what was counted. Every count is answered from an index alone: it reads no loan. */
@Injectable()
export class Portfolios {
  constructor(private readonly database: Database) {}

  async has(on: LocalDate): Promise<boolean> {
    return (await this.days().findOne({ _id: on }, { projection: { _id: 1 } })) !== null;
  }

  /** Figures of a day are counted once: a second time fails on the id. */
  async keep(row: PortfolioDayRow, tx: Tx): Promise<void> {
    await this.days().insertOne(row, { session: tx.session });
    tx.wrote('portfolio_days', row._id, canonicalHash(row));
  }

  /** Null when another day has begun to be closed meanwhile, because classes of two days would be mixed. */
  async count(on: LocalDate): Promise<CountedBook | null> {
    const session = this.database.connection.getClient().startSession({ snapshot: true });
    try {
      const newest = await this.database.collection<DayEndRow>('day_ends').findOne({}, { ...asOfOneMoment(session), sort: { _id: -1 } });
      if (newest?._id !== on || newest.state !== 'CLOSED') return null;
      return {
        slices: await this.slices(session),
        cohorts: await this.cohorts(on, session),
        late: await this.late(on, session),
        firstPayment: await this.firstPayment(on, session),
        largest: await this.largest(session),
      };
    } finally {
      await session.endSession();
    }
  }

  private slices(session: ClientSession): Promise<PortfolioSlice[]> {
    const sums = { loans: { $sum: 1 }, outstandingFen: { $sum: '$outstandingFen' }, provisionFen: { $sum: '$provisionFen' } };
    return this.counted<PortfolioSlice>('loans', session, 'portfolio', [
      { $match: { state: 'ACTIVE' } },
      { $group: { _id: { loanClass: '$loanClass', bucket: '$bucket' }, ...sums } },
      { $project: { _id: 0, loanClass: '$_id.loanClass', bucket: '$_id.bucket', loans: 1, outstandingFen: 1, provisionFen: 1 } },
    ]);
  }

  private cohorts(on: LocalDate, session: ClientSession): Promise<Cohort[]> {
    return this.counted<Cohort>('loans', session, 'cohort', [
      { $match: { disbursedOn: { $lte: on }, state: { $ne: 'REVERSED' } } },
      // By day first: a month is cut out of a few hundred days and not out of a million loans.
      { $group: { _id: '$disbursedOn', loans: { $sum: 1 }, principalFen: { $sum: '$principalFen' } } },
      { $group: { _id: monthOf('_id'), loans: { $sum: '$loans' }, principalFen: { $sum: '$principalFen' } } },
      { $project: { _id: 0, month: '$_id', loans: 1, principalFen: 1 } },
      { $sort: { month: 1 } },
    ]);
  }

  private async late(on: LocalDate, session: ClientSession): Promise<LateArrival[]> {
    const arrivals: LateArrival[] = [];
    for (const days of EVER_DAYS) {
      const day = `late${days}On`;
      const group = {
        _id: { month: monthOf('disbursedOn'), lateMonth: monthOf(day) },
        loans: { $sum: 1 },
        principalFen: { $sum: '$principalFen' },
      };
      const shape = { _id: 0, month: '$_id.month', lateMonth: '$_id.lateMonth', days: { $literal: days }, loans: 1, principalFen: 1 };
      const stages = [{ $match: { [day]: { $lte: on } } }, { $group: group }, { $project: shape }, { $sort: { month: 1, lateMonth: 1 } }];
      arrivals.push(...(await this.counted<LateArrival>('late_loans', session, null, stages)));
    }
    return arrivals;
  }

  private async firstPayment(on: LocalDate, session: ClientSession): Promise<CountedBook['firstPayment']> {
    const options = asOfOneMoment(session);
    const old = { firstDueOn: { $lte: addDays(on, -EVER_DAYS[0]) }, state: { $ne: 'REVERSED' } };
    const loans = await this.database.collection('loans').countDocuments(old as never, { ...options, hint: 'firstDue' });
    const defaulted = await this.database.collection('late_loans').countDocuments({ firstDefaultOn: { $lte: on } } as never, options);
    return { loans, defaulted };
  }

  private async largest(session: ClientSession): Promise<LargeBorrower[]> {
    const rows = await this.database
      .collection<{ _id: string; outstandingFen: Fen }>('exposures')
      .find(
        { outstandingFen: { $gt: 0 } },
        { ...asOfOneMoment(session), projection: { outstandingFen: 1 }, sort: { outstandingFen: -1, _id: 1 }, limit: LARGEST },
      )
      .toArray();
    return rows.map(({ _id: customerId, outstandingFen }) => ({ customerId, outstandingFen }));
  }

  private counted<T extends Document>(collection: string, session: ClientSession, hint: string | null, stages: Document[]): Promise<T[]> {
    const options = { ...asOfOneMoment(session), ...(hint ? { hint } : {}) };
    return this.database.collection(collection).aggregate<T>(stages, options).toArray();
  }

  private days() {
    return this.database.collection<PortfolioDayRow>('portfolio_days');
  }
}
