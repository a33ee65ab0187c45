import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { worthHours } from '../../domain/course/enrolment.js';
import { checkBudget } from '../../domain/plan/plan-budget.js';
import { courseOf } from '../../domain/plan/training-plan.js';
import type { TrainingPlan, TrainingTopic } from '../../domain/plan/training-plan.js';
import { checkPlanYear } from '../../domain/session/session-change.js';
import { NO_EXTRAS } from '../../domain/session/session-facts.js';
import type { SessionExtras } from '../../domain/session/session-facts.js';
import { planSession } from '../../domain/session/training-session.js';
import type { PracticeMode, SessionKind } from '../../domain/session/training-session.js';
import { TrainingCourses } from '../../persistence/course/training-course.repository.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';
import { Team } from '../team.js';

type Extras = { readonly [K in Exclude<keyof SessionExtras, 'costFen'>]?: SessionExtras[K] | null };

export interface PlanTrainingSessionRequest extends Extras {
  readonly requestKey?: string | null;
  readonly planId: string;
  readonly topic: TrainingTopic;
  readonly title: string;
  readonly kind: SessionKind;
  readonly trainerId?: string | null;
  readonly institution?: string | null;
  readonly resource?: string | null;
  readonly mode?: PracticeMode | null;
  readonly heldOn: LocalDate;
  readonly hours: number;
  /** Fen. */
  readonly cost?: number | null;
}

/** Plans a training of a published plan, within its year and its budget [6.1, 6.3-6.6]. */
@Injectable()
export class PlanTrainingSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly sessions: TrainingSessions,
    private readonly courses: TrainingCourses,
    private readonly team: Team,
  ) {}

  execute(actor: Actor, input: PlanTrainingSessionRequest): Promise<string> {
    return this.work.once({ operation: 'plan-training-session', actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      if (plan.state !== 'PUBLISHED') throw new DomainError('PLAN_NOT_PUBLISHED', { year: plan.year }, 'planId');
      if (input.trainerId) await this.team.requireActive(input.trainerId, 'trainerId', tx);
      const { topic, title, kind, heldOn, hours } = input;
      const of = {
        trainerId: input.trainerId ?? null,
        institution: input.institution ?? null,
        resource: input.resource ?? null,
        mode: input.mode ?? null,
      };
      const facts = { id: newId('trs'), planId: plan.id, topic, title, kind, heldOn, hours, ...of };
      const session = planSession({ ...facts, ...extrasOf(input) });
      checkPlanYear(heldOn, plan.year);
      await this.checkCourses(plan, session, tx);
      await this.checkCost(plan, session, tx);
      return (await this.sessions.insert(session, tx)).id;
    });
  }

  private async checkCourses(
    plan: TrainingPlan,
    { courseNo, courseId, topic, hours }: ReturnType<typeof planSession>,
    tx: Tx,
  ): Promise<void> {
    const planned = courseNo === null ? null : courseOf(plan, courseNo);
    if (planned && planned.topic !== topic) throw new DomainError('SESSION_TOPIC_DIFFERS', { courseNo, topic: planned.topic }, 'topic');
    if (courseId === null) return;
    const course = await this.courses.get(courseId, tx);
    if (course.state !== 'PUBLISHED') throw new DomainError('SESSION_COURSE_NOT_PUBLISHED', {}, 'courseId');
    const worth = worthHours(course);
    if (hours > worth) throw new DomainError('SESSION_HOURS_ABOVE_COURSE', { worth }, 'hours');
  }

  private async checkCost(plan: TrainingPlan, { courseNo, costFen }: ReturnType<typeof planSession>, tx: Tx): Promise<void> {
    // A revision at the same time must see the course in use, and two trainings must not both spend the last money.
    if (courseNo !== null) await this.plans.lock(plan.id, tx);
    const spentFen = courseNo === null ? 0 : await this.sessions.spentOn({ planId: plan.id, courseNo }, tx);
    checkBudget(plan, { courseNo, costFen, spentFen });
  }
}

function extrasOf(input: PlanTrainingSessionRequest): SessionExtras {
  const given = Object.keys(NO_EXTRAS).map((name) => [name, input[name as keyof Extras] ?? NO_EXTRAS[name as keyof SessionExtras]]);
  return { ...(Object.fromEntries(given) as SessionExtras), costFen: input.cost ?? 0 };
}
