import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { completeUnit } from '../../domain/course/enrolment.js';
import { Enrolments, TrainingCourses } from '../../persistence/course/training-course.repository.js';

export interface CompleteCourseUnitRequest {
  readonly requestKey?: string | null;
  readonly enrolmentId: string;
  readonly unitNo: number;
}

/** A learner has done a unit of his course; the last one completes it [6.5]. */
@Injectable()
export class CompleteCourseUnit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
    private readonly enrolments: Enrolments,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CompleteCourseUnitRequest): Promise<string> {
    return this.work.once({ operation: 'complete-course-unit', actor, input }, async (tx) => {
      const enrolment = await this.enrolments.get(input.enrolmentId, tx);
      const course = await this.courses.get(enrolment.courseId, tx);
      const leastShare = await this.parameters.number('training.unit-least-share', this.clock.today());
      const of = { no: input.unitNo, employeeId: employeeIdOf(actor), at: this.clock.now(), leastShare };
      return (await this.enrolments.save(completeUnit(enrolment, course, of), tx)).id;
    });
  }
}
