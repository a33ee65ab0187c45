import { CourseFilesResolver } from './course-files.resolver.js';
import { EnrolmentResolver } from './enrolment.resolver.js';
import { EnrolmentLoader, TrainingCourseLoader } from './training-course.loader.js';
import { CourseCatalogueResolver, CourseMutationsResolver } from './training-course.resolver.js';

export const courseResolvers = [CourseCatalogueResolver, CourseMutationsResolver, CourseFilesResolver, EnrolmentResolver];

export const courseEntities = [TrainingCourseLoader, EnrolmentLoader];
