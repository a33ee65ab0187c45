import { Injectable } from '@nestjs/common';
import type { LocalDate, QuietHours } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { CallingRules } from '../domain/collection/calling-hours.js';

/** Rules of collection as they are in force on a day. */
@Injectable()
export class CollectionRules {
  constructor(private readonly parameters: Parameters) {}

  async calling(on: LocalDate): Promise<CallingRules> {
    const quiet = await this.parameters.json<QuietHours>('collection.quiet-hours', on);
    return { quiet, voicePerDay: await this.parameters.number('collection.voice-per-day', on) };
  }

  /** Longest time for which a promise may be given, in days. */
  promiseWithinDays(on: LocalDate): Promise<number> {
    return this.parameters.number('collection.promise-within', on);
  }

  /** Broken promises after which another one is worth little; it is shown, not refused. */
  brokenPromises(on: LocalDate): Promise<number> {
    return this.parameters.number('collection.broken-promises', on);
  }

  /** Days past due at which the salesperson of the customer is asked to speak with him, rising. */
  arrearsSteps(on: LocalDate): Promise<readonly number[]> {
    return this.parameters.json<readonly number[]>('collection.arrears-steps', on);
  }
}
