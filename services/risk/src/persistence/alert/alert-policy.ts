import { Injectable } from '@nestjs/common';
import { RISK_RATINGS } from '@weilend/contracts';
import type { ParameterKey } from '@weilend/contracts';
import { parseWorkingDuration } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import { ALERT_STEPS } from '../../domain/alert/alert-deadline.js';
import type { AlertStep, DeadlinePolicy, StepTimes } from '../../domain/alert/alert-deadline.js';

type Level = (typeof RISK_RATINGS)[number];

const keyOf = (step: AlertStep, level: Level) => `deadline.alert-${step}-${level.toLowerCase() as Lowercase<Level>}` as const;
const KEYS = RISK_RATINGS.flatMap((level) => ALERT_STEPS.map((step) => keyOf(step, level))) satisfies readonly ParameterKey[];

/** The times of an alert's steps in force on a date [1.2]. */
@Injectable()
export class AlertPolicy {
  constructor(private readonly parameters: Parameters) {}

  async on(date: LocalDate): Promise<DeadlinePolicy> {
    const texts = await this.parameters.texts([...KEYS, 'escalation.reminder-at'], date);
    const timesOf = (level: Level) =>
      Object.fromEntries(ALERT_STEPS.map((step) => [step, parseWorkingDuration(texts[keyOf(step, level)])]));
    return {
      calendar: await this.parameters.calendar(date),
      times: Object.fromEntries(RISK_RATINGS.map((level) => [level, timesOf(level)])) as unknown as StepTimes,
      remindAt: Number(texts['escalation.reminder-at']),
    };
  }
}
