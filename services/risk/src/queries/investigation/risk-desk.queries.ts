import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, businessDateOf, employeeIdOf, instantOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import type { LoadWeights } from '../../domain/investigation/pair-proposal.js';
import { investigationCollection } from '../../persistence/investigation/investigation.schema.js';
import { PairFactsStore } from '../../persistence/investigation/pair-facts.repository.js';
import { OPEN_STATES } from './desk.queries.js';
import { InvestigationQueries } from './investigation.queries.js';
import type { InvestigationView } from './investigation.queries.js';

/** Days since it was opened: today, one, two, three and more. */
const OLDEST = 3;
/** More than anybody does in one day. */
const MOST_IN_A_DAY = 50;
const DAY_MS = 86_400_000;

export interface StageCount {
  readonly state: string;
  /** Whole days since it was opened; the last one holds all that are older. */
  readonly ageDays: number;
  readonly investigations: number;
}

export interface PersonLoad {
  readonly employeeId: string;
  readonly open: number;
  readonly waiting: number;
  readonly load: number;
  readonly overdue: number;
}

export interface RiskDesk {
  readonly stages: readonly StageCount[];
  readonly people: readonly PersonLoad[];
  readonly unassigned: number;
  readonly overdue: number;
  readonly waitingForSales: number;
  readonly repliesLate: number;
  readonly waiversToDecide: number;
}

export interface InvestigatorDay {
  readonly date: string;
  /** A check is due and not done, the longest overdue first. */
  readonly overdue: readonly InvestigationView[];
  readonly dueToday: readonly InvestigationView[];
  readonly waitingForSales: readonly InvestigationView[];
  /** The committee wants something looked at again. */
  readonly sentBack: readonly InvestigationView[];
  /** Nothing is missing but the report. */
  readonly toReport: readonly InvestigationView[];
}

/** What a manager and an investigator of risk see in the morning, in one request each. */
@Injectable()
export class RiskDeskQueries {
  constructor(
    private readonly database: Database,
    private readonly investigations: InvestigationQueries,
    private readonly pairs: PairFactsStore,
    private readonly directory: EmployeeDirectory,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Reads only what is open: indexes `state`, `check-due`, `reply-due`, `waiver-pending`, `investigators-open`. */
  async desk(): Promise<RiskDesk> {
    const now = this.clock.now();
    const stages = await this.stages(now);
    return {
      stages,
      people: await this.people(now),
      unassigned: stages.filter((one) => one.state === 'OPENED').reduce((sum, one) => sum + one.investigations, 0),
      overdue: await this.count({ checkDueAt: { $type: 'date', $lte: now } }),
      waitingForSales: await this.count({ replyDueAt: { $type: 'date' } }),
      repliesLate: await this.count({ replyDueAt: { $type: 'date', $lte: now } }),
      waiversToDecide: await this.count({ waiverPending: true }),
    };
  }

  /** The person's own open work only: index `investigators-open`. */
  async day(actor: Actor): Promise<InvestigatorDay> {
    const now = this.clock.now();
    const date = businessDateOf(now);
    const tomorrow = instantOf(addDays(date, 1));
    const rows = await this.model()
      .find({ investigatorIds: employeeIdOf(actor), state: { $in: OPEN_STATES } } as never)
      .sort({ checkDueAt: 1, _id: 1 })
      .lean<Stored[]>()
      .exec();
    const mine = rows.map((row) => ({ view: this.investigations.toView(row), dueAt: (row['checkDueAt'] ?? null) as Date | null }));
    const part = (fits: (one: (typeof mine)[number]) => boolean) =>
      mine
        .filter(fits)
        .map((one) => one.view)
        .slice(0, MOST_IN_A_DAY);
    return {
      date,
      overdue: part(({ dueAt }) => dueAt !== null && dueAt <= now),
      dueToday: part(({ dueAt }) => dueAt !== null && dueAt > now && dueAt < tomorrow),
      waitingForSales: part(({ view }) => view.informationRequests.some((one) => one.reply === null)),
      sentBack: part(({ view }) => view.committeeReturns.length > 0),
      toReport: part(({ view, dueAt }) => dueAt === null && view.state === 'INVESTIGATING'),
    };
  }

  private async stages(now: Date): Promise<StageCount[]> {
    const age = { $floor: { $divide: [{ $subtract: [now, '$openedAt'] }, DAY_MS] } };
    const grouped = await this.model()
      .collection.aggregate<{ _id: { state: string; ageDays: number }; investigations: number }>([
        { $match: { state: { $in: OPEN_STATES } } },
        { $group: { _id: { state: '$state', ageDays: { $max: [0, { $min: [OLDEST, age] }] } }, investigations: { $sum: 1 } } },
        { $sort: { '_id.state': 1, '_id.ageDays': 1 } },
      ])
      .toArray();
    return grouped.map(({ _id, investigations }) => ({ ..._id, investigations }));
  }

  private async people(now: Date): Promise<PersonLoad[]> {
    const employeeIds = (await this.directory.holding('investigator')).map((one) => one._id);
    const work = await this.pairs.openWork(employeeIds);
    const weights = await this.parameters.json<LoadWeights>('investigation.load-weights', this.clock.today());
    const late = await this.lateOf(employeeIds, now);
    const people = employeeIds.map((employeeId): PersonLoad => {
      const { assigned = 0, investigating = 0, waiting = 0 } = work.get(employeeId) ?? {};
      const load = assigned * weights.assigned + investigating * weights.investigating + waiting * weights.waiting;
      return { employeeId, open: assigned + investigating + waiting, waiting, load, overdue: late.get(employeeId) ?? 0 };
    });
    return people.sort((a, b) => b.overdue - a.overdue || b.load - a.load || (a.employeeId < b.employeeId ? -1 : 1));
  }

  private async lateOf(employeeIds: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
    const rows = await this.model()
      .collection.aggregate<{ _id: string; late: number }>([
        { $match: { investigatorIds: { $in: [...employeeIds] }, checkDueAt: { $type: 'date', $lte: now } } },
        { $unwind: '$investigatorIds' },
        { $group: { _id: '$investigatorIds', late: { $sum: 1 } } },
      ])
      .toArray();
    return new Map(rows.map((row) => [row._id, row.late]));
  }

  private count(filter: Record<string, unknown>): Promise<number> {
    return this.model().collection.countDocuments(filter as never);
  }

  private model() {
    return this.database.model(investigationCollection);
  }
}
