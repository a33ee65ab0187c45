import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { CountedFinding, FindingFact } from '../../domain/plan/training-need.js';
import type { PlanContent, TrainingPlan } from '../../domain/plan/training-plan.js';
import { storedPlan } from './stored-plan.js';
import { trainingFindingCollection, trainingPlanCollection, trainingPlanVersionCollection } from './training-plan.schema.js';

@Injectable()
export class TrainingPlans extends Repository<TrainingPlan> {
  constructor(database: Database) {
    super(database, trainingPlanCollection, 'training plan');
  }

  ofYear(year: number, tx: Tx): Promise<TrainingPlan | null> {
    return this.findOne({ year }, tx);
  }

  protected override toEntity(document: Stored): TrainingPlan {
    return storedPlan(document);
  }
}

/** What a plan said before a revision. */
export interface TrainingPlanVersion extends PlanContent {
  readonly id: string;
  readonly version: number;
  readonly planId: string;
  readonly findings: readonly CountedFinding[];
  readonly revision: number;
  readonly revisedReason: string | null;
  readonly replacedBy: string;
  readonly replacedAt: Date;
}

@Injectable()
export class TrainingPlanVersions extends Repository<TrainingPlanVersion> {
  constructor(database: Database) {
    super(database, trainingPlanVersionCollection, 'version of a training plan');
  }
}

/** Findings of other departments, counted. */
export type StoredFinding = CountedFinding & { readonly id: string; readonly version: number };

@Injectable()
export class TrainingFindings extends Repository<StoredFinding> {
  constructor(database: Database) {
    super(database, trainingFindingCollection, 'training finding');
  }

  async ofYears(years: readonly number[], tx: Tx): Promise<CountedFinding[]> {
    const found = await this.findMany({ year: { $in: [...years] } }, tx, { sort: { year: 1, kind: 1, about: 1 } });
    return found.map(({ year, kind, about, count, outOf }) => ({ year, kind, about, count, outOf }));
  }

  /** Counts one fact; the inbox sees to it that each is counted once. */
  async count({ year, kind, about, isFound }: FindingFact, tx: Tx): Promise<void> {
    const found = isFound ? 1 : 0;
    const counted = await this.findOne({ year, kind, about }, tx);
    if (counted) await this.save({ ...counted, count: counted.count + found, outOf: counted.outOf + 1 }, tx);
    else await this.insert({ id: newId('fnd'), version: 0, year, kind, about, count: found, outOf: 1 }, tx);
  }
}
