import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';

export const JobMarkStateEnum = { OPEN: 'OPEN', MARKED: 'MARKED', RETURNED: 'RETURNED' };
registerEnumType(JobMarkStateEnum, { name: 'JobMarkState', description: 'Open, marked, returned (待评定、已评定、已退回)' });

/** Training owns the session; sales only refers. */
@ObjectType('TrainingSession')
@Directive('@key(fields: "id", resolvable: false)')
export class TrainingSessionStub {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType('JobMark', { description: 'How somebody works some months after a training, marked by his superior (工作表现评定)' })
@Permit('sales.read-job-mark')
export class JobMarkType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => JobMarkStateEnum)
  readonly state!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => DateTime)
  readonly receivedAt!: Date;

  @Field(() => Int, { nullable: true, description: '1 to 5' })
  readonly mark!: number | null;

  @Field(() => [String], { description: 'What was observed' })
  readonly facts!: string[];

  @Field(() => String, { nullable: true })
  readonly returnReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was marked or returned' })
  readonly closedAt?: Date | null;
}

export const JobMarkConnection = connectionOf(JobMarkType, 'JobMark');

@InputType({ isAbstract: true })
abstract class Keyed {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly jobMarkId!: string;
}

@InputType()
export class MarkOnTheJobInput extends Keyed {
  @Field(() => Int, { description: '1 to 5' })
  readonly mark!: number;

  @Field(() => [String], { description: 'What was observed, at least one fact' })
  readonly facts!: string[];
}

@InputType()
export class ReturnJobMarkInput extends Keyed {
  @Field(() => String)
  readonly reason!: string;
}

@ObjectType()
export class MarkOnTheJobPayload extends MutationPayload {
  @Field(() => JobMarkType, { nullable: true })
  readonly jobMark?: JobMarkType | null;
}

@ObjectType()
export class ReturnJobMarkPayload extends MutationPayload {
  @Field(() => JobMarkType, { nullable: true })
  readonly jobMark?: JobMarkType | null;
}
