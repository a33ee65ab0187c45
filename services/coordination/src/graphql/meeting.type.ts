import { Directive, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { DepartmentEnum, enumOf } from './shared.type.js';

export const MeetingStateEnum = enumOf(['CONVENED', 'HELD', 'MINUTED', 'CLOSED', 'CANCELLED']);
registerEnumType(MeetingStateEnum, { name: 'MeetingState', description: 'State of a meeting (会议状态)' });
export const MeetingCauseEnum = enumOf([
  'HANDOFF_OVERDUE',
  'HIGH_RISK_ALERT',
  'MISUSE_OF_FUNDS',
  'MAJOR_AMOUNT',
  'SEVERE_VIOLATION',
  'DISAGREEMENT',
  'PLANNED',
  'SERIES',
]);
registerEnumType(MeetingCauseEnum, { name: 'MeetingCause', description: 'Why the departments meet (会议缘由)' });
export const ResolutionStateEnum = enumOf(['OPEN', 'DONE', 'WITHDRAWN']);
registerEnumType(ResolutionStateEnum, { name: 'ResolutionState', description: 'State of a resolution (决议状态)' });
export const SettledStateEnum = enumOf(['DONE', 'WITHDRAWN']);
registerEnumType(SettledStateEnum, { name: 'ResolutionSettlement', description: 'How a resolution ends' });

@ObjectType('MeetingAttendee', { description: 'Who came, for which department' })
export class MeetingAttendeeType {
  @Field(() => DepartmentEnum)
  readonly department!: string;

  readonly employeeId!: string;
}

@ObjectType('MeetingMinutes', { description: 'Minutes with their four sections (会议纪要)' })
export class MeetingMinutesType {
  @Field(() => String, { description: '业务进展' })
  readonly businessProgress!: string;

  @Field(() => String, { description: '风险状况' })
  readonly riskSituation!: string;

  @Field(() => String, { description: '财务安排' })
  readonly financialArrangement!: string;

  @Field(() => String, { description: '法律合规' })
  readonly legalCompliance!: string;

  @Field(() => DateTime)
  readonly recordedAt!: Date;

  readonly recordedBy!: string;
}

@ObjectType('MeetingResolution', { description: 'What a meeting resolved, with owner and due date (决议)' })
export class MeetingResolutionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => DepartmentEnum)
  readonly department!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => ResolutionStateEnum)
  readonly state!: string;

  @Field(() => String, { nullable: true, description: 'What came of it, or why it was withdrawn' })
  readonly outcome!: string | null;

  readonly ownerId!: string | null;
  readonly handoffId!: string;
}

@ObjectType('Meeting', { description: 'A meeting between departments (跨部门协调会议)' })
@Directive('@key(fields: "id")')
@Permit('coordination.read-meeting')
export class MeetingType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => MeetingStateEnum)
  readonly state!: string;

  @Field(() => MeetingCauseEnum)
  readonly cause!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [String], { description: '议程' })
  readonly agenda!: string[];

  @Field(() => [DepartmentEnum])
  readonly departments!: string[];

  @Field(() => ID, { nullable: true, description: 'What it is about' })
  readonly subject!: string | null;

  @Field(() => DateTime)
  readonly convenedAt!: Date;

  @Field(() => DateTime)
  readonly startsAt!: Date;

  @Field(() => DateTime)
  readonly endsAt!: Date;

  @Field(() => [MeetingAttendeeType])
  readonly attendance!: MeetingAttendeeType[];

  @Field(() => MeetingMinutesType, { nullable: true })
  readonly minutes!: MeetingMinutesType | null;

  @Field(() => [MeetingResolutionType])
  readonly resolutions!: MeetingResolutionType[];

  @Field(() => String, { nullable: true })
  readonly cancelledReason!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly closedAt!: Date | null;

  readonly handoffId!: string | null;
  readonly duty!: { readonly handoffId: string; readonly dueAt: Date } | null;
}

export const MeetingConnection = connectionOf(MeetingType, 'Meeting');
