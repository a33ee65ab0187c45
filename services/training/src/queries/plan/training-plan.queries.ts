import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { progressOf } from '../../domain/plan/plan-budget.js';
import type { CourseProgress, SessionGroup } from '../../domain/plan/plan-budget.js';
import type { CountedFinding } from '../../domain/plan/training-need.js';
import type { TrainingPlan } from '../../domain/plan/training-plan.js';
import { storedPlan } from '../../persistence/plan/stored-plan.js';
import type { TrainingPlanVersion } from '../../persistence/plan/training-plan.repository.js';
import {
  trainingFindingCollection,
  trainingPlanCollection,
  trainingPlanVersionCollection,
} from '../../persistence/plan/training-plan.schema.js';
import { trainingSessionCollection } from '../../persistence/session/training-session.schema.js';
import { toEntity } from '../to-entity.js';

/** The read side of annual plans. */
@Injectable()
export class TrainingPlanQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<TrainingPlan[]> {
    const rows = await this.plans()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(storedPlan);
  }

  async ofYear(year: number): Promise<TrainingPlan | null> {
    const row = await this.plans()
      .findOne({ year } as never)
      .lean<Stored>()
      .exec();
    return row ? storedPlan(row) : null;
  }

  /** What the plan said before its revisions, the latest first. */
  versionsOf(planId: string, page: PageRequest): Promise<Page<TrainingPlanVersion>> {
    return pageOf(this.database.model(trainingPlanVersionCollection), page, { filter: { planId }, map: toEntity<TrainingPlanVersion> });
  }

  /** Planned, held and evaluated trainings and their cost, course by course. */
  async progressOf(plan: TrainingPlan): Promise<CourseProgress[]> {
    const sum = { count: { $sum: 1 }, hours: { $sum: '$hours' }, costFen: { $sum: { $ifNull: ['$costFen', 0] } } };
    const groups = await this.database
      .model(trainingSessionCollection)
      .aggregate<Omit<SessionGroup, 'courseNo' | 'state'> & { _id: { courseNo: number; state: string } }>([
        { $match: { planId: plan.id, courseNo: { $type: 'number' } } },
        { $group: { _id: { courseNo: '$courseNo', state: '$state' }, ...sum } },
      ])
      .exec();
    return progressOf(
      plan,
      groups.map(({ _id, ...counted }) => ({ ..._id, count: counted.count, hours: counted.hours, costFen: Number(counted.costFen) })),
    );
  }

  /** What the departments found in a year, counted; a year has some dozens. */
  async findingsOf(year: number): Promise<CountedFinding[]> {
    const rows = await this.database
      .model(trainingFindingCollection)
      .find({ year } as never)
      .sort({ kind: 1, about: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<CountedFinding>);
  }

  private plans() {
    return this.database.model(trainingPlanCollection);
  }
}
