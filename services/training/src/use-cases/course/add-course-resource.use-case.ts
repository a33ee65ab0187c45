import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { addResource } from '../../domain/course/training-course.js';
import { TrainingCourses } from '../../persistence/course/training-course.repository.js';
import { COURSE_SUBJECT } from './request-course-file.use-case.js';

export interface AddCourseResourceRequest {
  readonly requestKey?: string | null;
  readonly courseId: string;
  readonly title: string;
  /** One of the two. */
  readonly fileId?: string | null;
  readonly url?: string | null;
}

/** Puts a link, or a file that was uploaded for the course, among what people learn from [6.5]. */
@Injectable()
export class AddCourseResource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
    private readonly files: Files,
  ) {}

  execute(actor: Actor, input: AddCourseResourceRequest): Promise<string> {
    return this.work.once({ operation: 'add-course-resource', actor, input }, async (tx) => {
      const { title, fileId = null, url = null } = input;
      const course = addResource(await this.courses.get(input.courseId, tx), { title, fileId, url });
      const subject = { kind: COURSE_SUBJECT, id: course.id };
      if (fileId !== null) await this.files.attach(fileId, { subject, to: subject }, tx);
      return (await this.courses.save(course, tx)).id;
    });
  }
}
