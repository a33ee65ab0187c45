import { Injectable } from '@nestjs/common';
import { quarterOf, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import type { ClosedSheet, PromotionFacts } from '../../domain/promotion/eligibility.js';
import type { HonourSheet } from '../../domain/honour/measure.js';
import { appraisalFactCollection, appraisalQuarterCollection, appraisalSheetCollection } from '../appraisal/appraisal.schema.js';
import { employeeCollection } from '../employee/employee.schema.js';
import { trainedTopicCollection } from './career.schema.js';

type SheetRow = Pick<AppraisalSheet, 'employeeId' | 'quarter' | 'total'> & {
  readonly _id: string;
  readonly figures: AppraisalSheet['figures'] & {
    readonly overdueFen?: number;
    readonly outstandingFen?: number;
    readonly satisfactionTotal?: number;
  };
};
interface SevereRow {
  readonly _id: string;
  readonly employeeId: string;
  readonly aboutId: string;
  readonly occurredOn: LocalDate;
}
type TrainedRow = PromotionFacts['trained'][number] & { readonly employeeId: string };

/** What promotion and honours read of the appraisal: frozen figures of closed sheets, severe violations, trainings; never a running quarter. */
@Injectable()
export class AppraisalRecord {
  constructor(private readonly database: Database) {}

  /** Closed sheets of some people since a quarter, newest first. Served by `oneSheet` (person, quarter). */
  async closedOf(employeeIds: readonly string[], from: string, tx?: Tx): Promise<Map<string, ClosedSheet[]>> {
    const rows = await this.sheets({ employeeId: { $in: [...employeeIds] }, quarter: { $gte: from } }, tx);
    const sheets = rows.map((row) => [row.employeeId, { ...closed(row), ...amounts(row) }] as const);
    return grouped(sheets.sort(([, a], [, b]) => (a.quarter < b.quarter ? 1 : -1)));
  }

  /** Closed sheets of everybody in some quarters. Served by `quarter`. */
  async ofQuarters(quarters: readonly string[], tx?: Tx): Promise<HonourSheet[]> {
    const rows = await this.sheets({ quarter: { $in: [...quarters] } }, tx);
    return rows.map((row) => {
      const { disbursedFen, loans, newCustomers, satisfactionAverage, satisfactionSample, satisfactionTotal } = row.figures;
      const satisfaction = { satisfactionAverage, satisfactionSample, satisfactionTotal: satisfactionTotal ?? null };
      return { ...closed(row), employeeId: row.employeeId, disbursedFen, loans, newCustomers, ...satisfaction };
    });
  }

  /** Sheets of some quarters that are not closed yet, counted up to a limit. Served by `quarter`. */
  openIn(quarters: readonly string[], limit: number, tx?: Tx): Promise<number> {
    const filter = { quarter: { $in: [...quarters] }, state: { $ne: 'CLOSED' } };
    return this.database.collection(appraisalSheetCollection.name).countDocuments(filter, { session: tx?.session, limit });
  }

  /** Which of some quarters have sheets, and which were closed for the whole company. Served by `quarter` and `oneQuarter`. */
  async statesOf(quarters: readonly string[], tx?: Tx): Promise<{ withSheets: readonly string[]; closed: readonly string[] }> {
    const session = tx?.session;
    const sheets = this.database.collection(appraisalSheetCollection.name);
    const withSheets: string[] = [];
    for (const quarter of quarters) if (await sheets.findOne({ quarter }, { session, projection: { _id: 1 } })) withSheets.push(quarter);
    const closed = await this.database
      .collection<{ _id: string; quarter: string }>(appraisalQuarterCollection.name)
      .find({ quarter: { $in: [...quarters] }, state: 'CLOSED' } as never, { session, projection: { quarter: 1 } })
      .toArray();
    return { withSheets, closed: closed.map(({ quarter }) => quarter) };
  }

  /** The last quarters that were closed for the whole company, the latest first. Served by `state`. */
  async lastClosed(limit: number): Promise<string[]> {
    const rows = await this.database
      .collection<{ _id: string; quarter: string }>(appraisalQuarterCollection.name)
      .find({ state: 'CLOSED' } as never, { projection: { quarter: 1 } })
      .sort({ quarter: -1 })
      .limit(limit)
      .toArray();
    return rows.map(({ quarter }) => quarter);
  }

  /**
   * Severe violations of some people in the quarters of a span, each with the quarter of its own day: one that was heard of when that was closed counts on a later
   * sheet, and does not stain the later quarter. Served by `tally`.
   */
  async severeOf(employeeIds: readonly string[], span: { readonly from: string; readonly to: string }, tx?: Tx) {
    const counted = { quarter: { $gte: span.from, $lte: span.to }, occurredOn: { $gte: quarterRange(span.from).from } };
    const filter = { employeeId: { $in: [...employeeIds] }, kind: 'VIOLATION', marked: true, ...counted };
    const rows = await this.database
      .collection<SevereRow>(appraisalFactCollection.name)
      .find(filter as never, { session: tx?.session })
      .sort({ quarter: 1, _id: 1 })
      .toArray();
    return grouped(
      rows.map(({ employeeId, aboutId, occurredOn }) => [employeeId, { violationId: aboutId, quarter: quarterOf(occurredOn) }] as const),
    );
  }

  /** Who of some people sells now: active, and a salesperson. */
  async sellingOf(employeeIds: readonly string[], tx?: Tx): Promise<ReadonlySet<string>> {
    const rows = await this.database
      .collection<{ _id: string }>(employeeCollection.name)
      .find({ _id: { $in: [...employeeIds] }, active: true, roles: 'salesperson' } as never, { session: tx?.session })
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return new Set(rows.map(({ _id }) => _id));
  }

  /** Trainings of some people. Served by `person` of the trained topics. */
  async trainedOf(employeeIds: readonly string[], from: string, tx?: Tx) {
    const rows = await this.database
      .collection<TrainedRow & { _id: string }>(trainedTopicCollection.name)
      .find({ employeeId: { $in: [...employeeIds] }, evaluatedOn: { $gte: from } }, { session: tx?.session })
      .sort({ evaluatedOn: 1, _id: 1 })
      .toArray();
    return grouped(rows.map(({ employeeId, topic, sessionId, evaluatedOn }) => [employeeId, { topic, sessionId, evaluatedOn }] as const));
  }

  private sheets(filter: Record<string, unknown>, tx?: Tx): Promise<SheetRow[]> {
    return this.database
      .collection<SheetRow>(appraisalSheetCollection.name)
      .find({ ...filter, state: 'CLOSED' } as never, { session: tx?.session })
      .project<SheetRow>({ employeeId: 1, quarter: 1, total: 1, figures: 1 })
      .toArray();
  }
}

function closed({ _id, quarter, total, figures }: SheetRow) {
  return { id: _id, quarter, total: total ?? 0, trainingHours: figures.trainingHours };
}

const amounts = ({ figures: { overdueFen, outstandingFen } }: SheetRow) => ({
  overdueFen: overdueFen ?? null,
  outstandingFen: outstandingFen ?? null,
});

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [owner, row] of pairs) groups.set(owner, [...(groups.get(owner) ?? []), row]);
  return groups;
}
