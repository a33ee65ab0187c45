import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import type { TrainingPlan } from '../../domain/plan/training-plan.js';
import { trainingPlanCollection } from '../../persistence/plan/training-plan.schema.js';
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
    return rows.map(toEntity<TrainingPlan>);
  }

  async ofYear(year: number): Promise<TrainingPlan | null> {
    const row = await this.plans()
      .findOne({ year } as never)
      .lean<Stored>()
      .exec();
    return row ? toEntity<TrainingPlan>(row) : null;
  }

  private plans() {
    return this.database.model(trainingPlanCollection);
  }
}
