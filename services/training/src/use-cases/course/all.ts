import { AddCourseResource } from './add-course-resource.use-case.js';
import { ChangeTrainingCourse } from './change-training-course.use-case.js';
import { CompleteCourseUnit } from './complete-course-unit.use-case.js';
import { EnrolInCourse } from './enrol-in-course.use-case.js';
import { OpenCourseFile } from './open-course-file.use-case.js';
import { PublishTrainingCourse } from './publish-training-course.use-case.js';
import { RegisterTrainingCourse } from './register-training-course.use-case.js';
import { RequestCourseFile } from './request-course-file.use-case.js';
import { WithdrawTrainingCourse } from './withdraw-training-course.use-case.js';

export const courseActs = [
  ...[RegisterTrainingCourse, ChangeTrainingCourse, PublishTrainingCourse, WithdrawTrainingCourse],
  ...[RequestCourseFile, AddCourseResource, OpenCourseFile, EnrolInCourse, CompleteCourseUnit],
];
