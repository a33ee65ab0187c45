import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { changeCourse } from '../../domain/course/training-course.js';
import type { CourseWish } from '../../domain/course/training-course.js';
import { TrainingCourses } from '../../persistence/course/training-course.repository.js';

export interface ChangeTrainingCourseRequest extends CourseWish {
  readonly requestKey?: string | null;
  readonly courseId: string;
}

/** Writes a draft, or a withdrawn course, anew; units that keep their number keep what learners have done. */
@Injectable()
export class ChangeTrainingCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
  ) {}

  execute(actor: Actor, input: ChangeTrainingCourseRequest): Promise<string> {
    return this.work.once({ operation: 'change-training-course', actor, input }, async (tx) => {
      const { topic, title, hours, kinds, units } = input;
      const course = await this.courses.get(input.courseId, tx);
      return (await this.courses.save(changeCourse(course, { topic, title, hours, kinds, units }), tx)).id;
    });
  }
}
