import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { comment, endPlan, finishStep, makePlan, noteProgress, rewritePlan } from '../../domain/career/career-plan.js';
import type { CareerPlan, PlanContent } from '../../domain/career/career-plan.js';
import { CareerPlans } from '../../persistence/career/career.repository.js';
import { CareerDesk, leadsAll } from './career-desk.js';

interface Keyed {
  readonly requestKey?: string | null;
}
interface OnPlan extends Keyed {
  readonly planId: string;
}
export type MakeCareerPlanRequest = Keyed & PlanContent;
export type ChangeCareerPlanRequest = OnPlan & PlanContent;
export interface FinishCareerStepRequest extends OnPlan {
  /** From 1 on, as people count. */
  readonly goal: number;
  readonly step: number;
}
export interface CareerRemarkRequest extends OnPlan {
  readonly text: string;
}

/** A person's own career plan: he writes it and notes his progress, his superior comments [6.11]. */
@Injectable()
export class KeepCareerPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: CareerPlans,
    private readonly desk: CareerDesk,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws PLAN_RUNNING, NOT_ON_LADDER, or what is wrong with the plan, all at once. */
  make(actor: Actor, input: MakeCareerPlanRequest): Promise<string> {
    return this.work.once({ operation: 'make-career-plan', actor, input }, async (tx) => {
      const mine = await this.mine(actor, tx);
      if (await this.plans.runningOf(mine.employeeId, tx)) throw new DomainError('PLAN_RUNNING');
      return (await this.plans.insert(makePlan(newId('cpl'), input, mine), tx)).id;
    });
  }

  change(actor: Actor, input: ChangeCareerPlanRequest): Promise<string> {
    return this.write('change-career-plan', actor, input, async (plan, tx) => rewritePlan(plan, input, await this.mine(actor, tx)));
  }

  /** Throws PLAN_STEP_UNKNOWN or PLAN_STEP_DONE. */
  finishStep(actor: Actor, input: FinishCareerStepRequest): Promise<string> {
    const of = { employeeId: employeeIdOf(actor), today: this.clock.today() };
    return this.write('finish-career-step', actor, input, (plan) =>
      Promise.resolve(finishStep(plan, { goal: input.goal - 1, step: input.step - 1 }, of)),
    );
  }

  note(actor: Actor, input: CareerRemarkRequest): Promise<string> {
    return this.write('note-career-progress', actor, input, (plan) => Promise.resolve(noteProgress(plan, this.remark(actor, input.text))));
  }

  /** By who leads the person, or everybody. Throws PLAN_NOT_LED or PLAN_OWN_COMMENT. */
  comment(actor: Actor, input: CareerRemarkRequest): Promise<string> {
    return this.write('comment-career-plan', actor, input, async (plan, tx) => {
      const commented = comment(plan, this.remark(actor, input.text));
      const led = (await this.desk.standings.find(plan.employeeId, tx))?.managerId === employeeIdOf(actor);
      if (!led && !leadsAll(actor)) throw new DomainError('PLAN_NOT_LED');
      return commented;
    });
  }

  end(actor: Actor, input: OnPlan): Promise<string> {
    return this.write('end-career-plan', actor, input, async (plan, tx) => endPlan(plan, await this.mine(actor, tx)));
  }

  private async mine(actor: Actor, tx: Tx) {
    const employeeId = employeeIdOf(actor);
    const { level } = await this.desk.standingOf(employeeId, tx);
    return { employeeId, level, today: this.clock.today() };
  }

  private remark(actor: Actor, text: string) {
    return { by: employeeIdOf(actor), at: this.clock.now(), text };
  }

  private write(operation: string, actor: Actor, input: OnPlan, act: (plan: CareerPlan, tx: Tx) => Promise<CareerPlan>): Promise<string> {
    return this.work.once({ operation, actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      await this.plans.save(await act(plan, tx), tx);
      return plan.id;
    });
  }
}
