import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Enrolment } from '../../domain/course/enrolment.js';
import type { TrainingCourse } from '../../domain/course/training-course.js';
import { enrolmentCollection, trainingCourseCollection } from './training-course.schema.js';

@Injectable()
export class TrainingCourses extends Repository<TrainingCourse> {
  constructor(database: Database) {
    super(database, trainingCourseCollection, 'training course');
  }
}

@Injectable()
export class Enrolments extends Repository<Enrolment> {
  constructor(database: Database) {
    super(database, enrolmentCollection, 'enrolment');
  }

  /** Which of these people have completed a course. */
  async completedBy(courseId: string, employeeIds: readonly string[], tx: Tx): Promise<string[]> {
    const found = await this.findMany({ courseId, employeeId: { $in: [...employeeIds] }, state: 'COMPLETED' }, tx);
    return found.map(({ employeeId }) => employeeId);
  }

  ofLearner(courseId: string, employeeId: string, tx: Tx): Promise<Enrolment | null> {
    return this.findOne({ courseId, employeeId }, tx);
  }
}
