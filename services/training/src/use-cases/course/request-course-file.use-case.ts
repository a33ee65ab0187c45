import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { FileTicket } from '@weilend/files';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { TrainingCourses } from '../../persistence/course/training-course.repository.js';
import { COURSE_FILES, declaredOf } from '../file-input.js';
import type { FileInput } from '../file-input.js';

export interface RequestCourseFileRequest extends FileInput {
  readonly requestKey?: string | null;
  readonly courseId: string;
}

/** Subject of the files of a course: only a resource of the same one may take them. */
export const COURSE_SUBJECT = 'training-course';

/** Promises a file of a course and answers with the signed URL to upload it to [6.5]. */
@Injectable()
export class RequestCourseFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
    private readonly files: Files,
  ) {}

  async execute(actor: Actor, input: RequestCourseFileRequest): Promise<FileTicket> {
    const fileId = await this.work.once({ operation: 'request-course-file', actor, input }, async (tx) => {
      const course = await this.courses.get(input.courseId, tx);
      const subject = { kind: COURSE_SUBJECT, id: course.id };
      return this.files.request({ declared: declaredOf(input), subject, policy: COURSE_FILES }, actor, tx);
    });
    return this.files.uploadTicket(fileId);
  }
}
