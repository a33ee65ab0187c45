import { Injectable } from '@nestjs/common';
import { AskedTogether, BusinessClock, employeeIdOf, instantOf, quarterOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { APPLICATION_STAGES, FINAL_STAGES } from '../../domain/application/stage.js';
import type { ApplicationStage } from '../../domain/application/stage.js';
import { lookAheadEnd } from '../../domain/reminder/look-ahead.js';
import { REMINDER_KINDS } from '../../domain/reminder/reminder.js';
import type { Deadline, ReminderKind } from '../../domain/reminder/reminder.js';
import { applicationCollection } from '../../persistence/application/application.schema.js';
import { Deadlines, talliesOf } from '../../persistence/reminder/deadlines.js';
import type { DeadlineTally, Whose } from '../../persistence/reminder/deadlines.js';
import { salesScope } from '../../persistence/sales-scope.js';

/** What one person owes of a kind; of nobody what nobody has. */
export interface PersonalTally extends DeadlineTally {
  readonly employee: { readonly id: string } | null;
}

/** What is owed of one kind. */
export interface DeadlineGroup {
  readonly kind: ReminderKind;
  readonly late: number;
  readonly today: number;
  /** Whose day it is; nobody's in the dashboard. */
  readonly whose: Whose | null;
  /** Of the whole team, person by person; one line in somebody's own day. */
  readonly byPerson: readonly PersonalTally[];
}

export interface SalesDay {
  readonly date: LocalDate;
  readonly quarter: string;
  readonly employeeId: string;
  readonly deadlines: readonly DeadlineGroup[];
}

export type SalesDashboard = Omit<SalesDay, 'employeeId'>;

export interface StageCount {
  readonly stage: ApplicationStage;
  readonly applications: number;
}

/** A deadline as it stands in somebody's day. */
export interface DayDeadline extends Deadline {
  readonly isLate: boolean;
}

/** How many of a kind a day shows unless more are asked for. */
export const SHOWN_OF_A_KIND = 5;
const ON_THEIR_WAY = APPLICATION_STAGES.filter((stage) => !(FINAL_STAGES as readonly ApplicationStage[]).includes(stage));
const ALL_KINDS: ReadonlySet<ReminderKind> = new Set(REMINDER_KINDS);

/** What a salesperson has to do today, and how the team stands: both from the same deadlines that are reminded of. */
@Injectable()
export class DayQueries {
  /** What was found for a day, by how many of each kind: its groups share the question. */
  private readonly asked = new WeakMap<Whose, Map<number, Promise<readonly DayDeadline[]>>>();
  private readonly teamTally = new AskedTogether(() => this.deadlines.tally(this.clock.now(), null, ALL_KINDS));
  private readonly teamStages = new AskedTogether(() => this.stagesIn({}));

  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** One's own day; the manager may look into anybody's. */
  async day(actor: Actor, employeeId: string | null): Promise<SalesDay> {
    const isManager = actor.kind === 'employee' && actor.roles.includes('sales-manager');
    const own = employeeIdOf(actor);
    const ownerId = isManager ? (employeeId ?? own) : own;
    const whose = { ownerId, nobodys: isManager && ownerId === own };
    return { ...this.frame(), employeeId: ownerId, deadlines: groupsOf(await this.tallyOf(whose), whose) };
  }

  async dashboard(): Promise<SalesDashboard> {
    return { ...this.frame(), deadlines: groupsOf(await this.teamTally.ask('team'), null) };
  }

  /** The most pressing ones of a group, those of the next days included. */
  async items({ kind, whose }: DeadlineGroup, first: number): Promise<readonly DayDeadline[]> {
    if (whose === null) return [];
    return (await this.shown(whose, first)).filter((one) => one.kind === kind).slice(0, first);
  }

  /** What is shown is counted where it is all there is; only the kinds of which there is more are counted by the database. */
  private async tallyOf(whose: Whose): Promise<readonly DeadlineTally[]> {
    const now = this.clock.now();
    const shown = Map.groupBy(await this.shown(whose, SHOWN_OF_A_KIND), (one) => one.kind);
    const more = new Set([...shown].filter(([, ofKind]) => ofKind.length > SHOWN_OF_A_KIND).map(([kind]) => kind));
    const whole = [...shown].flatMap(([kind, ofKind]) => (more.has(kind) ? [] : ofKind));
    return [...talliesOf(whole, now), ...(await this.deadlines.tally(now, whose, more))];
  }

  /** At least so many of each kind, and one more than a day shows by itself. */
  private shown(whose: Whose, first: number): Promise<readonly DayDeadline[]> {
    const limit = Math.max(first, SHOWN_OF_A_KIND + 1);
    const found = this.asked.get(whose) ?? new Map<number, Promise<readonly DayDeadline[]>>();
    this.asked.set(whose, found);
    const ofDay = found.get(limit) ?? this.itemsOf(whose, limit);
    found.set(limit, ofDay);
    return ofDay;
  }

  private async itemsOf(whose: Whose, limit: number): Promise<readonly DayDeadline[]> {
    const now = this.clock.now();
    const today = this.clock.today();
    const [share, calendar] = await Promise.all([this.parameters.number('escalation.reminder-at', today), this.parameters.calendar(today)]);
    const until = instantOf(lookAheadEnd(calendar, today));
    const found = await this.deadlines.of(whose, { until, limit, share });
    return found.map((one) => ({ ...one, isLate: one.dueAt <= now }));
  }

  /** Applications by where they stand; stages without any are left out. */
  stages(actor: Actor): Promise<readonly StageCount[]> {
    const scope = salesScope(actor, 'salespersonId');
    return Object.keys(scope).length === 0 ? this.teamStages.ask('team') : this.stagesIn(scope);
  }

  /** One question, from the index alone: those on their way are looked at one by one, which takes less than a count of each of many stages. */
  private async stagesIn(scope: Readonly<Record<string, unknown>>): Promise<readonly StageCount[]> {
    const { name } = applicationCollection;
    const counts = FINAL_STAGES.map((stage) => [
      { $match: { ...scope, stage } },
      { $count: 'applications' },
      { $set: { stage: { $literal: stage } } },
    ]);
    const rows = await this.database
      .collection(name)
      .aggregate<{ _id: ApplicationStage; applications: number }>([
        ...[{ $match: { ...scope, stage: { $in: ON_THEIR_WAY } } }, { $project: { _id: 0, stage: 1, applications: { $literal: 1 } } }],
        ...counts.map((pipeline) => ({ $unionWith: { coll: name, pipeline } })),
        { $group: { _id: '$stage', applications: { $sum: '$applications' } } },
      ])
      .toArray();
    const found = new Map(rows.map(({ _id, applications }) => [_id, applications]));
    return APPLICATION_STAGES.filter((stage) => found.has(stage)).map((stage) => ({ stage, applications: found.get(stage) ?? 0 }));
  }

  private frame(): Pick<SalesDay, 'date' | 'quarter'> {
    const date = this.clock.today();
    return { date, quarter: quarterOf(date) };
  }
}

function groupsOf(tallies: readonly DeadlineTally[], whose: Whose | null): readonly DeadlineGroup[] {
  return REMINDER_KINDS.map((kind) => {
    const byPerson = tallies
      .filter((one) => one.kind === kind)
      .sort((a, b) => b.late - a.late || b.today - a.today)
      .map((one) => ({ ...one, employee: one.ownerId === null ? null : { id: one.ownerId } }));
    const sum = (what: 'late' | 'today') => byPerson.reduce((total, one) => total + one[what], 0);
    return { kind, whose, late: sum('late'), today: sum('today'), byPerson };
  });
}
