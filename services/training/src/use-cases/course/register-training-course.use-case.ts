import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { registerCourse } from '../../domain/course/training-course.js';
import type { CourseWish } from '../../domain/course/training-course.js';
import { TrainingCourses } from '../../persistence/course/training-course.repository.js';

export interface RegisterTrainingCourseRequest extends CourseWish {
  readonly requestKey?: string | null;
}

/** Writes a course into the catalogue as a draft: topic, hours, kinds, units [6.5]. */
@Injectable()
export class RegisterTrainingCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RegisterTrainingCourseRequest): Promise<string> {
    return this.work.once({ operation: 'register-training-course', actor, input }, async (tx) => {
      const { topic, title, hours, kinds, units } = input;
      const of = { id: newId('crs'), registeredBy: employeeIdOf(actor), registeredAt: this.clock.now() };
      return (await this.courses.insert(registerCourse({ topic, title, hours, kinds, units }, of), tx)).id;
    });
  }
}
