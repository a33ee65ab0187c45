import { Injectable } from '@nestjs/common';
import type { Role } from '@weilend/contracts';
import type { LocalDate } from '@weilend/kernel';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import type { TrainingDeadline } from '../../domain/reminder/training-reminder.js';
import type { DeadlinePolicy, OwedRow } from '../../persistence/reminder/training-deadlines.js';
import { Team } from '../team.js';

const KEYS = ['training.remind-ahead', 'knowledge.expiring-ahead', 'training.evaluate-within', 'training.decide-within'] as const;

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
      aheadDays: {
        ...{ UNEVALUATED: ahead, EVALUATION: ahead, IMPROVEMENT: ahead, KNOWLEDGE: knowledge, UNRECORDED: 0, REQUEST: ahead },
        NOMINATION: ahead,
      },
      evaluateWithin: Number(found['training.evaluate-within']),
      decideWithin: Number(found['training.decide-within']),
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
    const { kind, about, dueOn } = row;
    const ownerIds = await once(`owe ${row.ownerIds.join(' ')} ${row.decidedFor ?? ''}`, () => this.owners(row));
    const superiorIds = await this.othersThan(ownerIds, row, once);
    return { kind, about, dueOn, aheadDays: policy.aheadDays[kind], ownerIds, superiorIds };
  }

  /** What somebody owed who has left is his superior's; what is nobody's is the sales manager's, and without one hr's. */
  private async owners({ ownerIds, decidedFor }: OwedRow): Promise<readonly string[]> {
    if (decidedFor) return this.team.decidersOf(decidedFor);
    const owners: string[] = [];
    for (const id of ownerIds) {
      const owner = (await this.team.isActive(id)) ? id : (await this.team.above(id))?._id;
      if (owner) owners.push(owner);
    }
    if (owners.length > 0) return owners;
    const managers = await this.holding('sales-manager');
    return managers.length > 0 ? managers : this.holding('hr-manager');
  }

  /**
   * What somebody owes is never told to himself alone: where he would be told of it as the superior, whoever is above him hears of it, then hr,
   * and of hr's own compliance.
   */
  private async othersThan(ownerIds: readonly string[], row: OwedRow, once: Once): Promise<readonly string[]> {
    const looks = [
      () => this.superiors(row, once),
      () => once(`over ${ownerIds.join(' ')}`, () => this.over(ownerIds)),
      () => once('hr-manager', () => this.holding('hr-manager')),
      () => once('compliance-officer', () => this.holding('compliance-officer')),
    ];
    for (const look of looks) {
      const others = (await look()).filter((id) => !ownerIds.includes(id));
      if (others.length > 0) return others;
    }
    return [];
  }

  private async superiors({ kind, superiorOf, decidedFor }: OwedRow, once: Once): Promise<readonly string[]> {
    if (decidedFor) return [];
    if (superiorOf === null) return once('sales-manager', () => this.holding('sales-manager'));
    const otherwise = kind === 'KNOWLEDGE' ? 'compliance-officer' : 'sales-manager';
    return once(`${otherwise} ${superiorOf}`, () => this.above(superiorOf, otherwise));
  }

  private async over(employeeIds: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const id of employeeIds) {
      const above = await this.team.above(id);
      if (above) found.push(above._id);
    }
    return found;
  }

  private async above(employeeId: string, otherwise: 'compliance-officer' | 'sales-manager'): Promise<readonly string[]> {
    const manager = await this.team.above(employeeId);
    return manager ? [manager._id] : this.holding(otherwise);
  }

  private async holding(role: Role): Promise<readonly string[]> {
    return (await this.directory.holding(role)).map(({ _id }) => _id);
  }
}
