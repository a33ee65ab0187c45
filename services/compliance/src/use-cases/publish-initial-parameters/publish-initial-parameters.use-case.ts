import { Injectable } from '@nestjs/common';
import { parameterTypes } from '@weilend/contracts';
import type { ParameterDefinition } from '@weilend/contracts';
import { BusinessClock, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { CALENDAR_BASIS, holidayDates, MAKE_UP_DAYS } from '../../domain/calendar/public-holidays.js';
import { checkValue } from '../../domain/parameter/check-value.js';
import type { Parameter } from '../../domain/parameter/parameter.js';
import { ParameterRegister } from '../../persistence/parameter.repository.js';
import { parameterPublished } from '../parameter-facts.js';

type Value = Pick<Parameter, 'key' | 'unit' | 'value' | 'effectiveFrom' | 'basis'>;

const ACTOR = { kind: 'service', service: 'compliance' } as const;
/** Before every business date of the company. */
const FROM_THE_START = '2020-01-01' as LocalDate;
const CALENDAR_FROM = '2026-01-01' as LocalDate;

/**
 * Publishes what no service can start without: the initial value of every key and the public holidays. Safe to run at
 * every boot: what is published already, by hand or before, stays [1.2].
 */
@Injectable()
export class PublishInitialParameters {
  constructor(
    private readonly work: UnitOfWork,
    private readonly register: ParameterRegister,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** Returns how many were published. */
  execute(): Promise<number> {
    return this.work.run({ actor: ACTOR, operation: 'publish-initial-parameters' }, async (tx) => {
      const known = new Set((await this.register.published(tx)).map(place));
      const missing = firstValues().filter((value) => !known.has(place(value)));
      for (const value of missing) {
        checkValue(value.key, value.unit, value.value);
        const published = { state: 'published' as const, proposedBy: null, approvedBy: null, publishedAt: this.clock.now() };
        const parameter = await this.register.insert({ id: newId('par'), version: 0, ...value, ...published }, tx);
        await this.outbox.add(parameterPublished(parameter), tx);
      }
      return missing.length;
    });
  }
}

const place = ({ key, effectiveFrom }: Pick<Value, 'key' | 'effectiveFrom'>): string => `${key}@${effectiveFrom}`;

/** The values that a new company starts with, in the order of the keys; the calendar after its empty beginning. */
export function firstValues(): Value[] {
  const initial = Object.entries<ParameterDefinition>(parameterTypes).map(([key, { unit, initial: value, basis }]): Value => ({
    key,
    unit,
    value,
    effectiveFrom: FROM_THE_START,
    basis,
  }));
  const calendar = { unit: 'JSON' as const, effectiveFrom: CALENDAR_FROM, basis: CALENDAR_BASIS };
  return [
    ...initial,
    { key: 'calendar.holidays', value: JSON.stringify(holidayDates()), ...calendar },
    { key: 'calendar.make-up-days', value: JSON.stringify(MAKE_UP_DAYS), ...calendar },
  ];
}
