import { Injectable } from '@nestjs/common';
import type { Role } from '@weilend/contracts';
import type { LocalDate } from '@weilend/kernel';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import type { TrainingDeadline } from '../../domain/reminder/training-reminder.js';
import type { DeadlinePolicy, OwedRow } from '../../persistence/reminder/training-deadlines.js';
import { Team } from '../team.js';

const KEYS = ['training.remind-ahead', 'knowledge.expiring-ahead', 'training.evaluate-within'] as const;

type Once = (key: string, look: () => Promise<readonly string[]>) => Promise<readonly string[]>;

/** Who is told of what is owed: who owes it, and above him his superior; the sales manager for trainings, compliance where nobody is above [6.7, 7.7]. */
@Injectable()
export class ReminderPeople {
  constructor(
    private readonly directory: EmployeeDirectory,
    private readonly team: Team,
    private readonly parameters: Parameters,
  ) {}

  async policy(on: LocalDate): Promise<DeadlinePolicy> {
    const found = await this.parameters.texts(KEYS, on);
    const ahead = Number(found['training.remind-ahead']);
    const knowledge = Number(found['knowledge.expiring-ahead']);
    return {
      // Who came is known on the day, not before.
      aheadDays: { UNEVALUATED: ahead, EVALUATION: ahead, IMPROVEMENT: ahead, KNOWLEDGE: knowledge, UNRECORDED: 0, REQUEST: ahead },
      evaluateWithin: Number(found['training.evaluate-within']),
    };
  }

  /** Everybody above is looked up once for all that is owed in one pass. */
  pass(policy: DeadlinePolicy): (row: OwedRow) => Promise<TrainingDeadline> {
    const known = new Map<string, Promise<readonly string[]>>();
    const once: Once = (key, look) => {
      const found = known.get(key) ?? look();
      known.set(key, found);
      return found;
    };
    return (row) => this.deadlineOf(row, policy, once);
  }

  private async deadlineOf(row: OwedRow, policy: DeadlinePolicy, once: Once): Promise<TrainingDeadline> {
    const { kind, about, dueOn, superiorOf } = row;
    const otherwise = kind === 'KNOWLEDGE' ? 'compliance-officer' : 'sales-manager';
    const managers = await once('sales-manager', () => this.holding('sales-manager'));
    // Whoever owed it may have left: then it is the manager's.
    const here = await once(`here ${row.ownerIds.join(' ')}`, () => this.stillHere(row.ownerIds));
    const ownerIds = here.length > 0 ? here : managers;
    const above = superiorOf === null ? managers : await once(`${otherwise} ${superiorOf}`, () => this.above(superiorOf, otherwise));
    const superiorIds = await this.othersThan(ownerIds, above, once);
    return { kind, about, dueOn, aheadDays: policy.aheadDays[kind], ownerIds, superiorIds };
  }

  /** What somebody owes is never told to himself alone: where he is his own superior, hr hears of it, and of hr's own compliance. */
  private async othersThan(ownerIds: readonly string[], above: readonly string[], once: Once): Promise<readonly string[]> {
    for (const level of [null, 'hr-manager', 'compliance-officer'] as const) {
      const people = level === null ? above : await once(level, () => this.holding(level));
      const others = people.filter((id) => !ownerIds.includes(id));
      if (others.length > 0) return others;
    }
    return [];
  }

  private async above(employeeId: string, otherwise: 'compliance-officer' | 'sales-manager'): Promise<readonly string[]> {
    const manager = await this.team.above(employeeId);
    return manager ? [manager._id] : this.holding(otherwise);
  }

  private async stillHere(employeeIds: readonly string[]): Promise<readonly string[]> {
    const here: string[] = [];
    for (const employeeId of employeeIds) if (await this.team.isActive(employeeId)) here.push(employeeId);
    return here;
  }

  private async holding(role: Role): Promise<readonly string[]> {
    return (await this.directory.holding(role)).map(({ _id }) => _id);
  }
}
