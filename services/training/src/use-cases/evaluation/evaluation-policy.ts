import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { DayPolicy } from '../../domain/evaluation/evaluation-day.js';

const KEYS = [
  'training.exam-within',
  'training.reflection-within',
  'training.job-mark-after',
  'training.job-mark-ahead',
  'training.evaluate-within',
  'training.evaluation-longest',
] as const;

/** The days of evaluations by the parameters in force. */
@Injectable()
export class EvaluationPolicy {
  constructor(private readonly parameters: Parameters) {}

  async days(on: LocalDate): Promise<DayPolicy> {
    const found = await this.parameters.texts(KEYS, on);
    return {
      examWithin: Number(found['training.exam-within']),
      reflectionWithin: Number(found['training.reflection-within']),
      jobMarkAfter: Number(found['training.job-mark-after']),
      jobMarkAhead: Number(found['training.job-mark-ahead']),
      evaluateWithin: Number(found['training.evaluate-within']),
      longest: Number(found['training.evaluation-longest']),
    };
  }

  /** The least pass mark, in percent. */
  passLeast(on: LocalDate): Promise<number> {
    return this.parameters.number('training.exam-pass-least', on);
  }

  /** Characters of a reflection. */
  reflectionLeast(on: LocalDate): Promise<number> {
    return this.parameters.number('training.reflection-least', on);
  }
}
