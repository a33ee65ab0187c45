import { Injectable } from '@nestjs/common';
import { holds } from '@weilend/contracts';
import { Files } from '@weilend/files';
import type { FileTicket } from '@weilend/files';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { fileOf } from '../../domain/course/training-course.js';
import { Enrolments, TrainingCourses } from '../../persistence/course/training-course.repository.js';

export interface OpenCourseFileRequest {
  readonly courseId: string;
  readonly no: number;
}

/** A signed address for a file of a course: of published ones for everybody, of others for their authors and for who has begun to learn. */
@Injectable()
export class OpenCourseFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: TrainingCourses,
    private readonly enrolments: Enrolments,
    private readonly files: Files,
  ) {}

  async execute(actor: EmployeeActor, input: OpenCourseFileRequest): Promise<FileTicket> {
    const fileId = await this.work.run({ operation: 'open-course-file', actor }, async (tx) => {
      const course = await this.courses.get(input.courseId, tx);
      const isOpen =
        course.state === 'PUBLISHED' ||
        holds(actor.roles, 'training.register-course') ||
        (await this.enrolments.ofLearner(course.id, employeeIdOf(actor), tx)) !== null;
      if (!isOpen) throw new DomainError('COURSE_NOT_PUBLISHED', { state: course.state }, 'courseId');
      return fileOf(course, input.no);
    });
    return this.files.downloadTicket(fileId);
  }
}
