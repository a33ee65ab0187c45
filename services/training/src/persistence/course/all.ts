import { Enrolments, TrainingCourses } from './training-course.repository.js';
import { enrolmentCollection, trainingCourseCollection } from './training-course.schema.js';

export const courseRepositories = [TrainingCourses, Enrolments];

export const courseCollections = [trainingCourseCollection, enrolmentCollection];
