import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { enrol } from '../../domain/course/enrolment.js';
import { Enrolments, TrainingCourses } from '../../persistence/course/training-course.repository.js';

export interface EnrolInCourseRequest {
  readonly requestKey?: string | null;
  readonly courseId: string;
}

/** Somebody joins a course of online self-study, once [6.5]. */
@Injectable()
export class EnrolInCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
    private readonly enrolments: Enrolments,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: EnrolInCourseRequest): Promise<string> {
    return this.work.once({ operation: 'enrol-in-course', actor, input }, async (tx) => {
      const employeeId = employeeIdOf(actor);
      const course = await this.courses.get(input.courseId, tx);
      if (await this.enrolments.ofLearner(course.id, employeeId, tx)) throw new DomainError('ENROLLED_ALREADY', {}, 'courseId');
      const enrolment = enrol(course, { id: newId('enr'), employeeId, at: this.clock.now() });
      return (await this.enrolments.insert(enrolment, tx)).id;
    });
  }
}
