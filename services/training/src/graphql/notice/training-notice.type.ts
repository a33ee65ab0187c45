import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import { NOTICE_NEWS } from '../../domain/notice/training-notice.js';
import { KeyedInput } from '../keyed.input.js';

const TrainingNewsEnum: Record<string, string> = Object.fromEntries(NOTICE_NEWS.map((news) => [news, news]));
registerEnumType(TrainingNewsEnum, {
  name: 'TrainingNews',
  description:
    'Seat, waiting, moved up, accepted, declined, not decided in time, moved, called off (已录取、候补、递补、同意、不同意、逾期未审批、改期、取消)',
});

@ObjectType('TrainingNotice', { description: 'What somebody was told of his nomination (培训通知)' })
@Permit('training.read-notice')
export class TrainingNoticeType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => TrainingNewsEnum)
  readonly news!: string;

  @Field(() => LocalDate, { description: 'Day of the training when it was said' })
  readonly heldOn!: string;

  @Field(() => DateTime)
  readonly toldAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Null until it was read' })
  readonly readAt!: Date | null;

  readonly sessionId!: string;
}

export const TrainingNoticeConnection = connectionOf(TrainingNoticeType, 'TrainingNotice');

@InputType()
export class MarkTrainingNoticesReadInput extends KeyedInput {
  @Field(() => [ID])
  readonly ids!: string[];
}

@ObjectType()
export class MarkTrainingNoticesReadPayload extends MutationPayload {
  @Field(() => [TrainingNoticeType], { nullable: true })
  readonly notices?: readonly TrainingNoticeType[] | null;
}
