import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { ApprovalCase } from '../../domain/case/approval-case.js';
import { decisionCollection } from '../../persistence/decision/decision.schema.js';
import { WorklistQueries } from './worklist.queries.js';
import type { CaseAtRisk } from './worklist.queries.js';

/** Days of decisions that the dashboard looks back over. */
const BACK_DAYS = 30;
const AGES = [
  { age: 'TODAY', upToDays: 0 },
  { age: 'UP_TO_3_DAYS', upToDays: 3 },
  { age: 'OLDER', upToDays: Number.MAX_SAFE_INTEGER },
] as const;

export interface AgeCount {
  readonly age: string;
  readonly cases: number;
}

export interface ResultCount {
  readonly result: string;
  readonly decisions: number;
  /** Mean minutes from the report's arrival to the decision; null when none of them says. */
  readonly averageMinutes: number | null;
}

export interface CommitteeDashboard {
  readonly date: LocalDate;
  readonly openByAge: readonly AgeCount[];
  readonly late: number;
  readonly waitingForOpinions: number;
  readonly circulating: number;
  readonly quorumRisks: readonly CaseAtRisk[];
  readonly since: LocalDate;
  readonly decisions: readonly ResultCount[];
}

/** How the committee stands: what is open and how old, what waits, what is in danger, what was decided in the last thirty days [1.1, 4.12]. */
@Injectable()
export class DashboardQueries {
  constructor(
    private readonly database: Database,
    private readonly worklist: WorklistQueries,
    private readonly clock: BusinessClock,
  ) {}

  async dashboard(): Promise<CommitteeDashboard> {
    const [date, now, open] = [this.clock.today(), this.clock.now(), await this.worklist.open()];
    const since = addDays(date, -BACK_DAYS);
    return {
      ...{ date, since, openByAge: agesOf(open, date) },
      late: open.filter((one) => one.dueAt !== null && one.dueAt < now).length,
      waitingForOpinions: open.filter((one) => one.opinions.some((opinion) => opinion.answer === null)).length,
      circulating: open.filter((one) => one.circulation?.outcome === 'RUNNING').length,
      quorumRisks: await this.worklist.atRisk(open),
      decisions: await this.decisions(since),
    };
  }

  /** One question, over the days that the index of the register holds together. */
  private decisions(since: LocalDate): Promise<ResultCount[]> {
    return this.database
      .collection(decisionCollection.name)
      .aggregate<ResultCount>([
        { $match: { decidedOn: { $gte: since } } },
        { $group: { _id: '$result', decisions: { $sum: 1 }, averageMinutes: { $avg: '$tookMinutes' } } },
        { $sort: { _id: 1 } },
        { $project: { _id: 0, result: '$_id', decisions: 1, averageMinutes: 1 } },
      ])
      .toArray();
  }
}

function agesOf(open: readonly ApprovalCase[], today: LocalDate): AgeCount[] {
  const limits = AGES.map(({ age, upToDays }) => ({ age, from: upToDays > 10_000 ? null : addDays(today, -upToDays) }));
  const counts = new Map<string, number>(AGES.map(({ age }) => [age, 0]));
  for (const { openedOn } of open) {
    const age = limits.find(({ from }) => from === null || openedOn >= from)?.age ?? 'OLDER';
    counts.set(age, (counts.get(age) ?? 0) + 1);
  }
  return [...counts].map(([age, cases]) => ({ age, cases }));
}
