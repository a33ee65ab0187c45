import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { adoptedWords } from '../../domain/improvement/improvement.js';
import { checkNeeds, yearsBehind } from '../../domain/plan/training-need.js';
import type { TrainingNeed } from '../../domain/plan/training-need.js';
import type { CourseWish, PlanChange } from '../../domain/plan/training-plan.js';
import { Improvements } from '../../persistence/improvement/improvement.repository.js';
import { TrainingFindings } from '../../persistence/plan/training-plan.repository.js';

/** What a manager hands in, however he writes it down. */
export interface PlanText {
  readonly needsAnalysis: string;
  readonly needs?: readonly TrainingNeed[] | null;
  readonly courses: readonly CourseWish[];
  readonly adoptedImprovements?: readonly string[] | null;
}

/** Makes the content of a plan from what the manager wrote and what the departments found by now. */
@Injectable()
export class PlanDesk {
  constructor(
    private readonly findings: TrainingFindings,
    private readonly improvements: Improvements,
  ) {}

  /**
   * Of a plan that is written anew, or of a new one without an id. What it has adopted stays in its words, whatever the manager leaves out.
   * Throws PLAN_IMPROVEMENT_NOT_ADOPTED, PLAN_NEED_INVALID and PLAN_NEED_WITHOUT_FINDING.
   */
  async contentOf({ id, year }: { readonly id?: string; readonly year: number }, text: PlanText, tx: Tx): Promise<PlanChange> {
    const adoptedImprovements = adoptedWords(id ? await this.improvements.ofPlan(id, tx) : [], text.adoptedImprovements ?? []);
    const findings = await this.foundFor(year, tx);
    const needs = (text.needs ?? []).map((need) => ({ source: need.source, topic: need.topic, text: need.text.trim() }));
    checkNeeds(year, needs, findings);
    const courses = text.courses.map(({ no, topic, title, hours, budgetFen }) => ({ no, topic, title, hours, budgetFen }));
    return { needsAnalysis: text.needsAnalysis, needs, courses, adoptedImprovements, findings };
  }

  foundFor(year: number, tx: Tx) {
    return this.findings.ofYears(yearsBehind(year), tx);
  }
}
