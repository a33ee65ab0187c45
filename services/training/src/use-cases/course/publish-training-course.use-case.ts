import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { publishCourse } from '../../domain/course/training-course.js';
import { TrainingCourses } from '../../persistence/course/training-course.repository.js';

export interface PublishTrainingCourseRequest {
  readonly requestKey?: string | null;
  readonly courseId: string;
}

/** Opens a course to everybody; one for self-study has units and resources [6.5]. */
@Injectable()
export class PublishTrainingCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
  ) {}

  execute(actor: Actor, input: PublishTrainingCourseRequest): Promise<string> {
    return this.work.once({ operation: 'publish-training-course', actor, input }, async (tx) => {
      const course = await this.courses.get(input.courseId, tx);
      return (await this.courses.save(publishCourse(course), tx)).id;
    });
  }
}
