import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import { gradePlansOf, RESPONSE_KEYS, VISIT_KEYS } from '../../domain/customer/service-plan.js';
import type { GradePlan, PlanTexts } from '../../domain/customer/service-plan.js';

/** What each grade means today, by the parameters in force: one question for all of them. */
@Injectable()
export class ServicePlans {
  constructor(
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async inForce(): Promise<readonly GradePlan[]> {
    const keys = ['grade.plans', ...Object.values(RESPONSE_KEYS), ...Object.values(VISIT_KEYS)] as const;
    const values = await this.parameters.texts(keys, this.clock.today());
    const intervals = { A: Number(values[VISIT_KEYS.A]), B: Number(values[VISIT_KEYS.B]), C: Number(values[VISIT_KEYS.C]) };
    const responses = { A: values[RESPONSE_KEYS.A], B: values[RESPONSE_KEYS.B], C: values[RESPONSE_KEYS.C] };
    return gradePlansOf(JSON.parse(values['grade.plans']) as PlanTexts, intervals, responses);
  }
}
