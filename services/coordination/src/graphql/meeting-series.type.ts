import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import type { Department, LocalDate as LocalDateText } from '@weilend/kernel';
import type { SeriesState } from '../domain/series/meeting-series.machine.js';
import type { RecurrenceKind } from '../domain/series/recurrence.js';
import { DepartmentEnum, enumOf } from './shared.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };
const number =
  'WEEKLY: 1 (Monday) to 5 (Friday); MONTHLY_WORKING_DAY: 1 to 20; EVERY_WORKING_DAYS: 1 to 60; left out for MONTHLY_LAST_WORKING_DAY';

export const SeriesStateEnum = enumOf(['ACTIVE', 'ENDED']);
registerEnumType(SeriesStateEnum, { name: 'MeetingSeriesState', description: 'State of a series of meetings' });
export const RecurrenceKindEnum = enumOf(['WEEKLY', 'MONTHLY_WORKING_DAY', 'MONTHLY_LAST_WORKING_DAY', 'EVERY_WORKING_DAYS']);
registerEnumType(RecurrenceKindEnum, { name: 'RecurrenceKind', description: 'How a series of meetings recurs, in working days (周期)' });

@ObjectType('Recurrence', { description: 'How often departments meet; a date on a holiday moves to the next working day' })
export class RecurrenceType {
  @Field(() => RecurrenceKindEnum)
  readonly kind!: string;

  @Field(() => Int, { nullable: true, description: number })
  readonly number!: number | null;
}

@ObjectType('MeetingSeries', { description: 'Regular communication between departments (定期沟通机制)' })
@Directive('@key(fields: "id")')
@Permit('coordination.read-meeting-series')
export class MeetingSeriesType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SeriesStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [String], { description: '议程' })
  readonly agenda!: string[];

  @Field(() => [DepartmentEnum])
  readonly departments!: string[];

  @Field(() => RecurrenceType)
  readonly recurrence!: RecurrenceType;

  @Field(() => String, { description: 'HH:MM in Shanghai' })
  readonly startTime!: string;

  @Field(() => Int)
  readonly durationMinutes!: number;

  @Field(() => LocalDate)
  readonly activeFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last date by the rule; null for a series without an end' })
  readonly activeUntil!: string | null;

  @Field(() => DateTime)
  readonly startedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the departments meet no more' })
  readonly endedReason!: string | null;

  readonly startedBy!: string;
}

export const MeetingSeriesConnection = connectionOf(MeetingSeriesType, 'MeetingSeries');

@ArgsType()
export class MeetingSeriesArgs {
  @Field(() => SeriesStateEnum, { nullable: true })
  readonly state?: SeriesState | null;

  @Field(() => DepartmentEnum, { nullable: true })
  readonly department?: Department | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType()
export class RecurrenceInput {
  @Field(() => RecurrenceKindEnum)
  readonly kind!: RecurrenceKind;

  @Field(() => Int, { nullable: true, description: number })
  readonly number?: number | null;
}

@InputType()
export class StartMeetingSeriesInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [String], { description: 'Of every meeting of the series' })
  readonly agenda!: string[];

  @Field(() => [DepartmentEnum], { description: 'At least two; who leads them at the time is invited' })
  readonly departments!: Department[];

  @Field(() => RecurrenceInput)
  readonly recurrence!: RecurrenceInput;

  @Field(() => String, { description: 'HH:MM in Shanghai, inside the working hours' })
  readonly startTime!: string;

  @Field(() => Int)
  readonly durationMinutes!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly activeFrom?: LocalDateText | null;

  @Field(() => LocalDate, { nullable: true })
  readonly activeUntil?: LocalDateText | null;
}

@InputType()
export class EndMeetingSeriesInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly seriesId!: string;

  @Field(() => String)
  readonly reason!: string;
}
