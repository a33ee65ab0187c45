import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import type { Department, LocalDate as LocalDateText } from '@weilend/kernel';
import type { MeetingState } from '../domain/meetings/meeting.machine.js';
import { MeetingStateEnum, SettledStateEnum } from './meeting.type.js';
import { DepartmentEnum } from './shared.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@ArgsType()
export class MeetingsArgs {
  @Field(() => MeetingStateEnum, { nullable: true })
  readonly state?: MeetingState | null;

  @Field(() => DepartmentEnum, { nullable: true })
  readonly department?: Department | null;

  @Field(() => ID, { nullable: true })
  readonly handoffId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it is about: an application, a series, …' })
  readonly subject?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Over, and nobody recorded in time that it took place (缺席会议)' })
  readonly missed?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Held, and without minutes past their deadline (未出纪要)' })
  readonly unminuted?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType({ isAbstract: true })
abstract class CallMeetingInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [String])
  readonly agenda!: string[];

  @Field(() => [DepartmentEnum], { description: 'At least two; their managers are invited' })
  readonly departments!: Department[];

  @Field(() => [ID], { nullable: true, description: 'More people to invite' })
  readonly guestIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'What it is about, e.g. an application' })
  readonly subject?: string | null;
}

@InputType()
export class ConveneMeetingInput extends CallMeetingInput {}

@InputType()
export class ConvenePlannedMeetingInput extends CallMeetingInput {
  @Field(() => DateTime)
  readonly startsAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'One hour later when left out' })
  readonly endsAt?: Date | null;
}

@InputType()
export class RaiseDisagreementInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'What the departments disagree about; ids, no personal data' })
  readonly issue!: string;

  @Field(() => ID, { nullable: true, description: 'The disputed work on the board, also a request that was declined' })
  readonly handoffId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it is about when it is about no piece of work, e.g. an application' })
  readonly subject?: string | null;

  @Field(() => [DepartmentEnum], {
    nullable: true,
    description: 'More departments at the table; your own and those of the work are called anyway',
  })
  readonly departments?: Department[] | null;
}

@InputType()
export class RecordAttendanceInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly meetingId!: string;

  @Field(() => [ID])
  readonly attendeeIds!: string[];
}

@InputType()
export class ResolutionInput {
  @Field(() => String)
  readonly text!: string;

  @Field(() => DepartmentEnum)
  readonly department!: Department;

  @Field(() => ID, { nullable: true })
  readonly ownerId?: string | null;

  @Field(() => LocalDate)
  readonly dueOn!: LocalDateText;
}

@InputType()
export class RecordMinutesInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly meetingId!: string;

  @Field(() => String, { description: '业务进展' })
  readonly businessProgress!: string;

  @Field(() => String, { description: '风险状况' })
  readonly riskSituation!: string;

  @Field(() => String, { description: '财务安排' })
  readonly financialArrangement!: string;

  @Field(() => String, { description: '法律合规' })
  readonly legalCompliance!: string;

  @Field(() => [ResolutionInput], { defaultValue: [] })
  readonly resolutions!: ResolutionInput[];
}

@InputType()
export class SettleResolutionInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly meetingId!: string;

  @Field(() => ID)
  readonly resolutionId!: string;

  @Field(() => SettledStateEnum)
  readonly state!: 'DONE' | 'WITHDRAWN';

  @Field(() => String, { description: 'What came of it, or why it is withdrawn' })
  readonly outcome!: string;
}

@InputType()
export class CloseMeetingInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly meetingId!: string;
}

@InputType()
export class CancelMeetingInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly meetingId!: string;

  @Field(() => String)
  readonly reason!: string;
}
