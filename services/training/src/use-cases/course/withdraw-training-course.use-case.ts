import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { withdrawCourse } from '../../domain/course/training-course.js';
import { TrainingCourses } from '../../persistence/course/training-course.repository.js';

export interface WithdrawTrainingCourseRequest {
  readonly requestKey?: string | null;
  readonly courseId: string;
  readonly reason: string;
}

/** Takes a course out of the catalogue with the reason; who has begun it may finish it. */
@Injectable()
export class WithdrawTrainingCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
  ) {}

  execute(actor: Actor, input: WithdrawTrainingCourseRequest): Promise<string> {
    return this.work.once({ operation: 'withdraw-training-course', actor, input }, async (tx) => {
      const course = await this.courses.get(input.courseId, tx);
      return (await this.courses.save(withdrawCourse(course, input.reason), tx)).id;
    });
  }
}
