import { Injectable } from '@nestjs/common';
import type { ParameterKey } from '@weilend/contracts';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { CareerLadder, Level } from '../../domain/career/ladder.js';
import { askedAtHiring, beginStanding, isOnLadder, firstLevel } from '../../domain/career/standing.js';
import type { Standing, TalkRhythm } from '../../domain/career/standing.js';
import type { Employee } from '../../domain/employee/employee.js';
import { leadsSales } from '../../domain/employee/leading.js';
import { CareerLadders, Standings } from '../../persistence/career/career.repository.js';
import { Hirings } from '../../persistence/career/hiring.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';

const INTERVALS: Readonly<Record<Level, ParameterKey>> = {
  TRAINEE: 'career.talk-interval-trainee',
  SALESPERSON: 'career.talk-interval-salesperson',
  SENIOR_SALESPERSON: 'career.talk-interval-senior',
  SUPERVISOR: 'career.talk-interval-supervisor',
  MANAGER: 'career.talk-interval-manager',
};
const BY = 'service:hr';

/** What every act on a career begins with: where the person stands, the ladder in force, how often people talk. */
@Injectable()
export class CareerDesk {
  constructor(
    readonly employees: Employees,
    readonly standings: Standings,
    private readonly ladders: CareerLadders,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
    private readonly hirings: Hirings,
  ) {}

  today(): LocalDate {
    return this.clock.today();
  }

  /** The person's row, begun by his role when there is none yet. Throws NOT_FOUND, or NOT_ON_LADDER for who is not active in sales. */
  async standingOf(employeeId: string, tx: Tx): Promise<Standing> {
    const employee = await this.employees.get(employeeId, tx);
    if (!employee.active || !isOnLadder(employee)) throw new DomainError('NOT_ON_LADDER', { employeeId }, 'employeeId');
    return (await this.standings.find(employeeId, tx)) ?? this.begin(employee, tx);
  }

  async begin(employee: Employee, tx?: Tx): Promise<Standing> {
    const level = firstLevel(employee);
    const rhythm = await this.rhythmOf(level);
    const asked = askedAtHiring(employee, (await this.hirings.by(employee.id, tx)) ?? BY);
    return beginStanding(employee, { since: employee.hiredOn, level, by: BY, today: this.today(), rhythm, asked });
  }

  /** Days between two talks of a level, by the parameters in force. */
  async rhythmOf(level: Level): Promise<TalkRhythm> {
    const today = this.today();
    const intervalDays = await this.parameters.number(INTERVALS[level], today);
    return { intervalDays, reminderDays: await this.parameters.number('career.talk-reminder', today) };
  }

  /** Throws LADDER_MISSING. */
  async ladder(tx: Tx): Promise<CareerLadder> {
    const on = this.today();
    const ladder = await this.ladders.inForce(on, tx);
    if (!ladder) throw new DomainError('LADDER_MISSING', { on });
    return ladder;
  }
}

/** True for who leads everybody in sales, or stands in for who does. */
export const leadsAll = (actor: Actor): boolean => actor.kind === 'employee' && leadsSales(actor.roles);
