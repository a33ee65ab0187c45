import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import type { TrainingDeadline } from '../../domain/reminder/training-reminder.js';
import type { DeadlinePolicy, OwedRow } from '../../persistence/reminder/training-deadlines.js';

const KEYS = ['training.remind-ahead', 'knowledge.expiring-ahead', 'training.evaluate-within'] as const;

type Once = (key: string, look: () => Promise<readonly string[]>) => Promise<readonly string[]>;

/** Who is told of what is owed: who owes it, and above him his superior; the sales manager for trainings, compliance where nobody is above [6.7, 7.7]. */
@Injectable()
export class ReminderPeople {
  constructor(
    private readonly directory: EmployeeDirectory,
    private readonly parameters: Parameters,
  ) {}

  async policy(on: LocalDate): Promise<DeadlinePolicy> {
    const found = await this.parameters.texts(KEYS, on);
    const ahead = Number(found['training.remind-ahead']);
    const knowledge = Number(found['knowledge.expiring-ahead']);
    return {
      // Who came is known on the day, not before.
      aheadDays: { UNEVALUATED: ahead, EVALUATION: ahead, IMPROVEMENT: ahead, KNOWLEDGE: knowledge, UNRECORDED: 0 },
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
    const managers = await once('managers', () => this.holding('sales-manager'));
    const ownerIds = row.ownerIds.length > 0 ? row.ownerIds : managers;
    const superiorIds = superiorOf === null ? managers : await once(`${otherwise} ${superiorOf}`, () => this.above(superiorOf, otherwise));
    return { kind, about, dueOn, aheadDays: policy.aheadDays[kind], ownerIds, superiorIds };
  }

  private async above(employeeId: string, otherwise: 'compliance-officer' | 'sales-manager'): Promise<readonly string[]> {
    const managerId = (await this.directory.find(employeeId))?.managerId ?? null;
    if (managerId !== null && (await this.directory.find(managerId))?.active) return [managerId];
    return this.holding(otherwise);
  }

  private async holding(role: 'compliance-officer' | 'sales-manager'): Promise<readonly string[]> {
    return (await this.directory.holding(role)).map(({ _id }) => _id);
  }
}
