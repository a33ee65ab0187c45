import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { EmployeeActor } from '@weilend/kernel';
import { AddCourseResource } from '../../use-cases/course/add-course-resource.use-case.js';
import { OpenCourseFile } from '../../use-cases/course/open-course-file.use-case.js';
import { RequestCourseFile } from '../../use-cases/course/request-course-file.use-case.js';
import { TrainingCourseLoader } from './training-course.loader.js';
import {
  AddCourseResourceInput,
  AddCourseResourcePayload,
  OpenCourseFileInput,
  OpenCourseFilePayload,
  RequestCourseFileInput,
  RequestCourseFilePayload,
} from './training-course.type.js';

/** What people learn from. */
@Resolver()
export class CourseFilesResolver {
  constructor(
    private readonly courses: TrainingCourseLoader,
    private readonly requestFile: RequestCourseFile,
    private readonly add: AddCourseResource,
    private readonly open: OpenCourseFile,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RequestCourseFilePayload, { description: 'Promises a file of a course; upload it to the signed address (上传课件)' })
  @Permit('training.request-course-file')
  requestCourseFile(@Args('input') input: RequestCourseFileInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ upload: await this.requestFile.execute(context.actor, input) }));
  }

  @Mutation(() => AddCourseResourcePayload, { description: 'Adds a link or an uploaded file to a course (添加学习资源)' })
  @Permit('training.add-course-resource')
  addCourseResource(@Args('input') input: AddCourseResourceInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      course: await this.courses.byId(context, await this.add.execute(context.actor, input)),
    }));
  }

  @Mutation(() => OpenCourseFilePayload, { description: 'A signed address of a file of a course (打开课件)' })
  @Permit('training.open-course-file')
  openCourseFile(@Args('input') input: OpenCourseFileInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ download: await this.open.execute(context.actor as EmployeeActor, input) }));
  }
}
