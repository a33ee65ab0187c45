import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Permit } from '@weilend/graphql';
import { BureauTroubleEnum, ChannelStateEnum } from '../enums.type.js';

@ObjectType('BureauChannel', { description: 'Whether the bureau is being asked, and what waits for it (征信通道状态)' })
@Permit('risk.read-bureau-inquiry')
export class BureauChannelType {
  @Field(() => ChannelStateEnum, { description: 'OPEN: left alone after failing repeatedly; HALF_OPEN: the next question tries it' })
  readonly state!: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when; null before the first question' })
  readonly since!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'From when on one question tries it' })
  readonly probeFrom!: Date | null;

  @Field(() => BureauTroubleEnum, { nullable: true, description: 'What the last attempt ended with; null for an answer' })
  readonly lastTrouble!: string | null;

  @Field(() => Int, { description: 'Unanswered inquiries (未答复)' })
  readonly requested!: number;

  @Field(() => Int, { description: 'Of them past their due moment (逾期)' })
  readonly overdue!: number;

  @Field(() => Int, { description: 'Of them those that only a person can carry on (待人工处理)' })
  readonly waitingForPerson!: number;
}
