import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, Permit } from '@weilend/graphql';
import { DepartmentEnum, enumOf } from './shared.type.js';

export const HandoffStateEnum = enumOf(['OPEN', 'ACCEPTED', 'PAUSED', 'COMPLETED', 'RETURNED', 'RECALLED']);
registerEnumType(HandoffStateEnum, { name: 'HandoffState', description: 'State of work on the board (交接状态)' });
export const HandoffKindEnum = enumOf(['HANDOFF', 'RESOLUTION', 'COLLABORATION', 'MEETING']);
registerEnumType(HandoffKindEnum, {
  name: 'HandoffKind',
  description: 'Work of the topology, a resolution of a meeting, a collaboration request',
});
export const LevelStateEnum = enumOf(['PENDING', 'FIRED', 'WITHDRAWN', 'OVERTAKEN', 'NOT_NEEDED']);
registerEnumType(LevelStateEnum, {
  name: 'HandoffLevelState',
  description: 'WITHDRAWN: fired although the work had been done before; OVERTAKEN: due, but the word that it was done came first',
});

@ObjectType('HandoffParticipant', { description: 'Who has taken part in the application so far, and as what' })
export class HandoffParticipantType {
  @Field(() => String)
  readonly role!: string;

  readonly employeeId!: string;
}

@ObjectType('HandoffPause', { description: 'A time in which the work waited, with the reason (暂停)' })
export class HandoffPauseType {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly from!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Null while it lasts' })
  readonly to!: Date | null;

  readonly pausedBy!: string;
}

@ObjectType('HandoffLevel', { description: 'One step of the escalation ladder (升级)' })
export class HandoffLevelType {
  @Field(() => Int, { description: '0 reminder, 1 deadline, 2 both managers, 3 meeting' })
  readonly level!: number;

  @Field(() => DateTime, { description: 'When it is due, in working time without pauses' })
  readonly at!: Date;

  @Field(() => LevelStateEnum)
  readonly state!: string;

  @Field(() => DateTime, { nullable: true })
  readonly firedAt!: Date | null;

  readonly notified!: readonly string[];
  readonly meetingId!: string | null;
}

@ObjectType('Handoff', { description: 'Work that one department owes another, with its deadline (交接)' })
@Directive('@key(fields: "id")')
@Permit('coordination.read-handoff')
export class HandoffType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => HandoffKindEnum)
  readonly kind!: string;

  @Field(() => String, { description: 'Name in the topology, e.g. decide-application' })
  readonly type!: string;

  @Field(() => DepartmentEnum)
  readonly from!: string;

  @Field(() => DepartmentEnum)
  readonly to!: string;

  @Field(() => ID, { description: 'What it is about' })
  readonly subject!: string;

  @Field(() => HandoffStateEnum)
  readonly state!: string;

  @Field(() => [HandoffParticipantType])
  readonly participants!: HandoffParticipantType[];

  @Field(() => DateTime, { nullable: true, description: 'Null while only the closing word is known' })
  readonly openedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Deadline in working time, moved by pauses (截止时间)' })
  readonly dueAt!: Date | null;

  @Field(() => [HandoffPauseType])
  readonly pauses!: HandoffPauseType[];

  readonly ownerId!: string | null;
}

@ObjectType('HandoffStatistics', { description: 'How two departments work together (协作统计); times are working minutes without pauses' })
export class HandoffStatisticsType {
  @Field(() => DepartmentEnum)
  readonly from!: string;

  @Field(() => DepartmentEnum)
  readonly to!: string;

  @Field(() => Int, { description: 'All work given in the period' })
  readonly volume!: number;

  @Field(() => Int)
  readonly open!: number;

  @Field(() => Int)
  readonly completed!: number;

  @Field(() => Int)
  readonly returned!: number;

  @Field(() => Int)
  readonly recalled!: number;

  @Field(() => Float, { nullable: true })
  readonly medianMinutes!: number | null;

  @Field(() => Float, { nullable: true })
  readonly p90Minutes!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of closed work that was on time, 0 to 1' })
  readonly onTimeShare!: number | null;
}

export const HandoffConnection = connectionOf(HandoffType, 'Handoff');
