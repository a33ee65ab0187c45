import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime } from '@weilend/graphql';
import { JsonScalar } from './shared.type.js';

@ObjectType('Event', { description: 'A message of the company as it travelled: CloudEvents 1.0 (事件)' })
export class EventType {
  @Field(() => ID, { description: 'Message id, the same wherever the message goes' })
  readonly id!: string;

  @Field(() => String, { description: 'Place in the log: `after` and Last-Event-ID take it' })
  readonly cursor!: string;

  @Field(() => String)
  readonly type!: string;

  @Field(() => String, { description: 'weilend/<department>' })
  readonly source!: string;

  @Field(() => ID, { description: 'What it is about; messages of one source about one subject stay in order' })
  readonly subject!: string;

  @Field(() => DateTime, { description: 'Business time of the fact' })
  readonly time!: string;

  @Field(() => String, { description: 'Place in the lane of source and subject' })
  readonly sequence!: string;

  @Field(() => String)
  readonly actor!: string;

  @Field(() => ID, { nullable: true })
  readonly handoffId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Message that set this one off' })
  readonly causationId!: string | null;

  @Field(() => JsonScalar, { description: 'Ids and figures, never personal data' })
  readonly data!: unknown;
}

export const EventConnection = connectionOf(EventType, 'Event');
