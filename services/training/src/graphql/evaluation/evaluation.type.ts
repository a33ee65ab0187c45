import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { evaluationTaskMachine } from '../../domain/evaluation/evaluation-task.machine.js';
import { EvaluationMethodEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';
import { TrainingSessionType } from '../session/training-session.type.js';

const states = Object.keys(evaluationTaskMachine.states);
export const EvaluationTaskStateEnum = Object.fromEntries(states.map((state) => [state, state]));
registerEnumType(EvaluationTaskStateEnum, {
  name: 'EvaluationTaskState',
  description: 'Owed, handed in, done, excused (待完成、已提交、已完成、已免除)',
});

@ObjectType('EvaluationExcuse', { description: 'Why there is no result (免除原因)' })
export class EvaluationExcuseType {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => EmployeeStub, { nullable: true, description: 'None when the person has left' })
  readonly by!: EmployeeStub | null;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('EvaluationExtension', { description: 'Another day that was given, and why (延期记录)' })
export class EvaluationExtensionType {
  @Field(() => LocalDate)
  readonly from!: string;

  @Field(() => LocalDate)
  readonly to!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('EvaluationTask', { description: 'What one attendee owes after a training (评估任务)' })
@Permit('training.read-evaluation')
export class EvaluationTaskType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => EvaluationMethodEnum)
  readonly method!: string;

  @Field(() => EvaluationTaskStateEnum)
  readonly state!: string;

  @Field(() => LocalDate, { description: 'Until when the attendee, or his superior, owes it' })
  readonly dueOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Until when the next step is owed; none when it is settled (期限)' })
  readonly owedOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'The paper of an exam (试卷)' })
  readonly paperId!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'From when the superior will be asked; none when he was' })
  readonly askOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The reflection (培训心得)' })
  readonly text!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly handedInAt!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Exam and reflection 0 to 100, on the job 1 to 5; of an exam that may be tried again, the best so far',
  })
  readonly mark!: number | null;

  @Field(() => Boolean, { nullable: true })
  readonly passed!: boolean | null;

  @Field(() => String, { nullable: true, description: 'The reason of the mark, or the facts observed' })
  readonly markReason!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly settledAt!: Date | null;

  @Field(() => [EvaluationExtensionType], { nullable: true, description: 'Each day that was given after the first one' })
  readonly extensions?: EvaluationExtensionType[] | null;
}

export const EvaluationTaskConnection = connectionOf(EvaluationTaskType, 'EvaluationTask');

@ObjectType('UnevaluatedTraining', { description: 'A training that was held and has no evaluation yet (未评估培训)' })
@Permit('training.read-unevaluated')
export class UnevaluatedTrainingType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDate, { description: 'Until when it has to be evaluated (评估期限)' })
  readonly dueOn!: string;

  @Field(() => TrainingSessionType, { nullable: true })
  readonly session!: TrainingSessionType | null;
}

export const UnevaluatedTrainingConnection = connectionOf(UnevaluatedTrainingType, 'UnevaluatedTraining');
