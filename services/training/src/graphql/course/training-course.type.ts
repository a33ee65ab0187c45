import { Directive, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, MutationPayload, Permit } from '@weilend/graphql';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import type { SessionKind } from '../../domain/session/training-session.js';
import { CourseStateEnum, EnrolmentStateEnum, SessionKindEnum, TrainingTopicEnum } from '../enums.type.js';
import { KeyedInput } from '../keyed.input.js';
import { TrainingFileTicketType, UploadInput } from '../references.type.js';

@ObjectType('CourseUnit', { description: 'A part of a course that is done at once (学习单元)' })
export class CourseUnitType {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Int)
  readonly minutes!: number;
}

@ObjectType('CourseResource', { description: 'What people learn from: a file or a link (学习资源)' })
export class CourseResourceType {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'FILE (open it with openCourseFile) or LINK' })
  readonly kind!: string;

  @Field(() => String, { nullable: true })
  readonly url!: string | null;
}

@ObjectType('TrainingCourse', { description: 'A course of the catalogue (培训课程)' })
@Directive('@key(fields: "id")')
@Permit('training.read-course')
export class TrainingCourseType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Float)
  readonly hours!: number;

  @Field(() => [SessionKindEnum], { description: 'Kinds of training that it is made for; ONLINE is self-study' })
  readonly kinds!: SessionKind[];

  @Field(() => CourseStateEnum)
  readonly state!: string;

  @Field(() => [CourseUnitType])
  readonly units!: CourseUnitType[];

  @Field(() => [CourseResourceType])
  readonly resources!: CourseResourceType[];

  @Field(() => String, { nullable: true })
  readonly withdrawnReason!: string | null;
}

@ObjectType('UnitDone', { description: 'A unit that the learner has done' })
export class UnitDoneType {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => DateTime)
  readonly doneAt!: Date;
}

@ObjectType('CourseEnrolment', { description: 'Self-study of one person (在线自学)' })
@Directive('@key(fields: "id")')
@Permit('training.read-enrolment')
export class EnrolmentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => EnrolmentStateEnum)
  readonly state!: string;

  @Field(() => [UnitDoneType])
  readonly unitsDone!: UnitDoneType[];

  @Field(() => DateTime)
  readonly enrolledAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly completedAt!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours that count: the units done, and no more than have passed; null until it is completed',
  })
  readonly hours?: number | null;

  readonly courseId!: string;
  readonly employeeId!: string;
}

export const TrainingCourseConnection = connectionOf(TrainingCourseType, 'TrainingCourse');
export const EnrolmentConnection = connectionOf(EnrolmentType, 'CourseEnrolment');

@InputType()
export class CourseUnitInput {
  @Field(() => String)
  readonly title!: string;

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => Int, { nullable: true, description: 'Of a unit that the course has already; left out, it is a new one' })
  readonly no?: number | null;
}

@InputType()
export class RegisterTrainingCourseInput extends KeyedInput {
  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Float)
  readonly hours!: number;

  @Field(() => [SessionKindEnum])
  readonly kinds!: SessionKind[];

  @Field(() => [CourseUnitInput])
  readonly units!: CourseUnitInput[];
}

@InputType()
export class ChangeTrainingCourseInput extends RegisterTrainingCourseInput {
  @Field(() => ID)
  readonly courseId!: string;
}

@InputType()
export class PublishTrainingCourseInput extends KeyedInput {
  @Field(() => ID)
  readonly courseId!: string;
}

@InputType()
export class WithdrawTrainingCourseInput extends KeyedInput {
  @Field(() => ID)
  readonly courseId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RequestCourseFileInput extends UploadInput {
  @Field(() => ID)
  readonly courseId!: string;
}

@InputType()
export class AddCourseResourceInput extends KeyedInput {
  @Field(() => ID)
  readonly courseId!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => ID, { nullable: true, description: 'A file that was uploaded for this course' })
  readonly fileId?: string | null;

  @Field(() => String, { nullable: true, description: 'An https address' })
  readonly url?: string | null;
}

@InputType()
export class OpenCourseFileInput {
  @Field(() => ID)
  readonly courseId!: string;

  @Field(() => Int)
  readonly no!: number;
}

@InputType()
export class EnrolInCourseInput extends KeyedInput {
  @Field(() => ID)
  readonly courseId!: string;
}

@InputType()
export class CompleteCourseUnitInput extends KeyedInput {
  @Field(() => ID)
  readonly enrolmentId!: string;

  @Field(() => Int)
  readonly unitNo!: number;
}

@ObjectType({ isAbstract: true })
abstract class CoursePayload extends MutationPayload {
  @Field(() => TrainingCourseType, { nullable: true })
  readonly course?: TrainingCourseType | null;
}

@ObjectType()
export class RegisterTrainingCoursePayload extends CoursePayload {}

@ObjectType()
export class ChangeTrainingCoursePayload extends CoursePayload {}

@ObjectType()
export class PublishTrainingCoursePayload extends CoursePayload {}

@ObjectType()
export class WithdrawTrainingCoursePayload extends CoursePayload {}

@ObjectType()
export class AddCourseResourcePayload extends CoursePayload {}

@ObjectType()
export class RequestCourseFilePayload extends MutationPayload {
  @Field(() => TrainingFileTicketType, { nullable: true })
  readonly upload?: TrainingFileTicketType | null;
}

@ObjectType()
export class OpenCourseFilePayload extends MutationPayload {
  @Field(() => TrainingFileTicketType, { nullable: true })
  readonly download?: TrainingFileTicketType | null;
}

@ObjectType({ isAbstract: true })
abstract class EnrolmentPayload extends MutationPayload {
  @Field(() => EnrolmentType, { nullable: true })
  readonly enrolment?: EnrolmentType | null;
}

@ObjectType()
export class EnrolInCoursePayload extends EnrolmentPayload {}

@ObjectType()
export class CompleteCourseUnitPayload extends EnrolmentPayload {}
