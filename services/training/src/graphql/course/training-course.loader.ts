import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Enrolment } from '../../domain/course/enrolment.js';
import type { TrainingCourse } from '../../domain/course/training-course.js';
import { TrainingCourseQueries } from '../../queries/course/training-course.queries.js';

@Injectable()
export class TrainingCourseLoader extends EntityLoader<TrainingCourse> {
  readonly typeName = 'TrainingCourse';

  constructor(private readonly courses: TrainingCourseQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly TrainingCourse[]> {
    return this.courses.byIds(ids);
  }
}

@Injectable()
export class EnrolmentLoader extends EntityLoader<Enrolment> {
  readonly typeName = 'CourseEnrolment';

  constructor(private readonly courses: TrainingCourseQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Enrolment[]> {
    return this.courses.enrolmentsByIds(ids, actor);
  }
}
