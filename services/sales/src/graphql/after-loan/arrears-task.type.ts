import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, MutationPayload } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { ArrearsResult } from '../../domain/after-loan/arrears-task.js';
import type { InformingWay } from '../../domain/application/informing.js';
import { ArrearsResultEnum, ArrearsTaskStateEnum, InformingWayEnum } from '../enum.type.js';

@ObjectType('ArrearsContact', { description: 'The conversation with a late customer (催告记录)' })
export class ArrearsContactType {
  @Field(() => ID)
  readonly interactionId!: string;

  @Field(() => DateTime)
  readonly heldAt!: Date;

  @Field(() => InformingWayEnum)
  readonly way!: string;

  @Field(() => ArrearsResultEnum)
  readonly result!: string;
}

@ObjectType('ArrearsTask', { description: 'A customer who has to be spoken with about what is late (逾期催告任务)' })
export class ArrearsTaskType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => Int, { description: 'Step of the ladder of arrears that was reached, from 1' })
  readonly step!: number;

  @Field(() => LocalDate)
  readonly overdueSince!: string;

  @Field(() => Int, { description: 'When it was asked for' })
  readonly daysPastDue!: number;

  @Field(() => Money, { name: 'overdueAmount', description: 'When it was asked for' })
  readonly overdueFen!: number;

  @Field(() => ArrearsTaskStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when he has to be spoken with (期限); null when it has ended' })
  readonly dueAt!: Date | null;

  @Field(() => ArrearsContactType, { nullable: true })
  readonly contact!: ArrearsContactType | null;

  @Field(() => String, { nullable: true })
  readonly recallReason!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly endedAt!: Date | null;

  readonly customerId!: string;

  readonly loanId!: string;

  readonly ownerId!: string;
}
export const ArrearsTaskConnection = connectionOf(ArrearsTaskType, 'ArrearsTask');

@ArgsType()
export class ArrearsTasksArgs {
  @Field(() => ArrearsTaskStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose moment has passed' })
  readonly overdue?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType()
export class RecordArrearsContactInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly taskId!: string;

  @Field(() => DateTime, {
    description: 'When he was spoken with: not in the quiet hours, not to come, and not longer ago than may still be recorded',
  })
  readonly heldAt!: Date;

  @Field(() => InformingWayEnum)
  readonly way!: InformingWay;

  @Field(() => String, { description: 'What he said, without numbers of persons' })
  readonly asked!: string;

  @Field(() => String, { description: 'What he was told, without numbers of persons' })
  readonly advised!: string;

  @Field(() => ArrearsResultEnum)
  readonly result!: ArrearsResult;

  @Field(() => String, { nullable: true, description: 'What comes next; with its day' })
  readonly nextStep?: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly nextStepOn?: LocalDateText | null;
}

@ObjectType()
export class RecordArrearsContactPayload extends MutationPayload {
  @Field(() => ArrearsTaskType, { nullable: true })
  readonly arrearsTask?: ArrearsTaskType | null;
}
