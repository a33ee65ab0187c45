import type { Database, Migration } from '@weilend/mongo';
import { studiedHours } from '../../domain/course/enrolment.js';
import type { Enrolment } from '../../domain/course/enrolment.js';
import type { TrainingCourse } from '../../domain/course/training-course.js';

type Row<T> = Omit<T, 'id'> & { readonly _id: string; readonly hours?: number | null };

/** Self-study that was completed when the hours of the whole course counted at once counts the hours that have passed, by the same rule [6.5]. */
export const studiedHoursOfBefore: Migration = {
  name: '0002-studied-hours',
  async up(database: Database): Promise<void> {
    const courses = database.collection<Row<TrainingCourse>>('training_courses');
    const enrolments = database.collection<Row<Enrolment>>('course_enrolments');
    for await (const { _id, ...row } of enrolments.find({ state: 'COMPLETED', hours: null })) {
      const course = await courses.findOne({ _id: row.courseId });
      if (course) await enrolments.updateOne({ _id }, { $set: { hours: studiedHours({ ...row, id: _id }, course) } });
    }
  },
};
