import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { LeaveKind } from '../../domain/employee/leave.js';
import { LeaveKindEnum } from './leave.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class RequestLeaveInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'Oneself when left out; hr may ask for others' })
  readonly employeeId?: string | null;

  @Field(() => LeaveKindEnum)
  readonly kind!: LeaveKind;

  @Field(() => LocalDate)
  readonly from!: LocalDateText;

  @Field(() => LocalDate, { description: 'The last day' })
  readonly to!: LocalDateText;

  @Field(() => ID, { nullable: true, description: 'A colleague of the same department (代理人)' })
  readonly standInId?: string | null;

  @Field(() => String, { nullable: true })
  readonly reason?: string | null;
}

@InputType()
export class DecideLeaveInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly leaveId!: string;

  @Field(() => Boolean)
  readonly approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed when it is refused' })
  readonly reason?: string | null;
}

@InputType()
export class CancelLeaveInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly leaveId!: string;
}
