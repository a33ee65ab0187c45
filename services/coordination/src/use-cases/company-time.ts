import { Injectable } from '@nestjs/common';
import { handoffDefinition, parameterTypes } from '@weilend/contracts';
import type { HandoffType, ParameterKey } from '@weilend/contracts';
import { businessDateOf, DomainError, parseWorkingDuration, workingMs } from '@weilend/kernel';
import type { WorkingCalendar, WorkingDuration } from '@weilend/kernel';
import { NotYetSeen } from '@weilend/messaging';
import { Database } from '@weilend/mongo';
import { Parameters, ServiceClock } from '@weilend/service';
import { deadlineMsOf, parseCalendar } from '../domain/calendar/company-calendar.js';
import type { EscalationRates } from '../domain/board/ladder.js';

/** What a piece of work is given: its working time, the ladder's rates, the calendar they are counted by. */
export interface GivenTime {
  readonly deadlineMs: number;
  readonly rates: EscalationRates;
  readonly calendar: WorkingCalendar;
}

/** Business time by the database's clock, and the calendar, deadlines and escalation rates in force on a day [1.2]. */
@Injectable()
export class CompanyTime {
  constructor(
    private readonly database: Database,
    private readonly clock: ServiceClock,
    private readonly parameters: Parameters,
  ) {}

  /** Deadlines compare with the database's time plus the controlled offset, never with a process's clock. */
  async now(): Promise<Date> {
    const { now, offsetMs } = await this.reading();
    return new Date(now.getTime() + offsetMs);
  }

  /** Time of the database and the offset of the company's clock. */
  async reading(): Promise<{ now: Date; offsetMs: number; step: number }> {
    const now = await this.database.now();
    const { offsetMs, step } = this.clock.mode === 'controlled' ? await this.clock.position() : { offsetMs: 0, step: 0 };
    return { now, offsetMs, step };
  }

  /** Throws DomainError CALENDAR_INVALID, PARAMETER_UNKNOWN. */
  async calendar(at: Date): Promise<WorkingCalendar> {
    const on = businessDateOf(at);
    return parseCalendar({
      hours: await this.parameters.text('calendar.hours', on),
      holidays: await this.parameters.text('calendar.holidays', on),
      makeUpDays: await this.parameters.text('calendar.make-up-days', on),
    });
  }

  async given(duration: WorkingDuration, at: Date): Promise<GivenTime> {
    const calendar = await this.calendar(at);
    return { deadlineMs: deadlineMsOf(calendar, duration), rates: await this.rates(at), calendar };
  }

  /** Time of a handoff of the topology: the parameter `deadline.<type>`, or the topology's own value while there is no such parameter. */
  async givenFor(type: HandoffType, at: Date): Promise<GivenTime> {
    const key = `deadline.${type}`;
    const text = isParameter(key) ? await this.parameters.text(key, businessDateOf(at)) : handoffDefinition(type).deadline;
    return this.given(parseWorkingDuration(text), at);
  }

  /** Time by a parameter of working time in force on the day. */
  async givenBy(key: ParameterKey, at: Date): Promise<GivenTime> {
    return this.given(await this.parameters.duration(key, businessDateOf(at)), at);
  }

  /**
   * How far ahead the meetings of a series are convened, and the calendar by which they are laid. At least one working day,
   * so that each business day begins with its meetings convened.
   */
  async seriesAhead(at: Date): Promise<{ calendar: WorkingCalendar; aheadMs: number }> {
    const calendar = await this.calendar(at);
    const ahead = deadlineMsOf(calendar, await this.parameters.duration('meeting.series-ahead', businessDateOf(at)));
    return { calendar, aheadMs: Math.max(ahead, workingMs(calendar, { amount: 1, unit: 'DAY' })) };
  }

  async rates(at: Date): Promise<EscalationRates> {
    const on = businessDateOf(at);
    return {
      reminderAt: await this.parameters.number('escalation.reminder-at', on),
      level2After: await this.parameters.number('escalation.level-2-after', on),
      level3After: await this.parameters.number('escalation.level-3-after', on),
    };
  }

  /** Amount above which an application is a major matter. */
  async majorAmountFen(at: Date): Promise<number> {
    return this.parameters.number('major-matter.amount', businessDateOf(at));
  }

  /**
   * For consumers: a parameter that compliance has not published yet, or published unreadable, makes the message wait
   * for the next one instead of failing.
   */
  async whenPublished<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof DomainError) throw new NotYetSeen(`${error.code}:${JSON.stringify(error.data)}`, 'compliance');
      throw error;
    }
  }
}

function isParameter(key: string): key is ParameterKey {
  return Object.hasOwn(parameterTypes, key);
}
