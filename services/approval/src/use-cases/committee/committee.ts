import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import type { ParameterKey, Role } from '@weilend/contracts';
import { addWorkingTime, BusinessClock, businessDateOf, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { ApprovalCase } from '../../domain/case/approval-case.js';
import { electorateOrNull } from '../../domain/case/circulation.js';
import { electorateOf } from '../../domain/case/electorate.js';
import type { Electorate, Roll } from '../../domain/case/electorate.js';
import { CommitteeRolls } from '../../persistence/committee/committee-rolls.js';

/** Who keeps the committee's records. */
const DESK: readonly Role[] = ['committee-chair', 'committee-secretary'];

/** A case with everybody on record who must stand aside, and who decides it today. */
export interface CaseToday<C> {
  readonly approvalCase: C;
  readonly electorate: Electorate;
}

/** What every act on a case asks first: the day, who may decide today, how long an approval is good for. */
@Injectable()
export class Committee {
  constructor(
    private readonly rolls: CommitteeRolls,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  today(): LocalDate {
    return this.clock.today();
  }

  now(): Date {
    return this.clock.now();
  }

  /** Throws DomainError COMMITTEE_TOO_SMALL. */
  async electorate(approvalCase: ApprovalCase, tx: Tx): Promise<Electorate> {
    return (await this.look(approvalCase, tx)).electorate;
  }

  /** Throws DomainError COMMITTEE_TOO_SMALL. */
  async look<C extends ApprovalCase>(stored: C, tx: Tx): Promise<CaseToday<C>> {
    const approvalCase = await this.withTies(stored, tx);
    return { approvalCase, electorate: electorateOf(approvalCase, await this.roll(tx), this.today()) };
  }

  /** As `look`, null when nobody can decide today. */
  async lookIfAny<C extends ApprovalCase>(
    stored: C,
    tx: Tx,
  ): Promise<{ readonly approvalCase: C; readonly electorate: Electorate | null }> {
    const approvalCase = await this.withTies(stored, tx);
    return { approvalCase, electorate: electorateOrNull(approvalCase, await this.roll(tx), this.today()) };
  }

  roll(tx: Tx): Promise<Roll> {
    return this.rolls.on(this.today(), tx);
  }

  /** Who sold, investigated, signs or pays a loan has no vote on it: asked here for every vote and veto. Throws SEGREGATION_OF_DUTIES. */
  checkVoter({ participants }: Pick<ApprovalCase, 'participants'>, employeeId: string): void {
    const others = participants.filter((one) => one.role !== 'VOTER');
    checkSegregation(others, { role: 'VOTER', employeeId });
  }

  /** Who is tied to the customer stands aside, whoever remembered to say so and whenever it was put on record. */
  async withTies<C extends ApprovalCase>(stored: C, tx: Tx): Promise<C> {
    const [approvalCase = stored] = await this.rolls.withTies([stored], { at: this.now(), today: this.today() }, tx);
    return approvalCase;
  }

  /** Whom an act on absences and ties is about: oneself, or anybody for the chair and the secretary. Throws FORBIDDEN. */
  about(actor: Actor, employeeId: string | null | undefined): string {
    const own = employeeIdOf(actor);
    if (!employeeId || employeeId === own) return own;
    const isDesk = actor.kind === 'employee' && DESK.some((role) => actor.roles.includes(role));
    if (!isDesk) throw new DomainError('FORBIDDEN');
    return employeeId;
  }

  /** Share of the time after which somebody is reminded. */
  reminderShare(): Promise<number> {
    return this.parameters.number('escalation.reminder-at', this.today());
  }

  /** The legal cap of an annual rate (parameter `rate.hard-cap`). */
  rateCap(): Promise<string> {
    return this.parameters.text('rate.hard-cap', this.today());
  }

  /** Days before a condition's day on which its owner is reminded (parameter `committee.condition-reminder`). */
  conditionReminderDays(): Promise<number> {
    return this.parameters.number('committee.condition-reminder', this.today());
  }

  /** The moment that a parameter of working time ends, counted from now. */
  async after(key: ParameterKey): Promise<Date> {
    const now = this.now();
    const on = businessDateOf(now);
    return addWorkingTime(await this.parameters.calendar(on), now, await this.parameters.duration(key, on));
  }

  /** Days that an approval made today is in force (parameter `approval.validity`). */
  validityDays(): Promise<number> {
    return this.parameters.number('approval.validity', this.today());
  }
}
