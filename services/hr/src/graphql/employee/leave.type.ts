import { ArgsType, Directive, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { LEAVE_KINDS } from '../../domain/employee/leave.js';
import { LEAVE_STATES } from '../../domain/employee/leave.machine.js';
import type { LeaveState } from '../../domain/employee/leave.machine.js';
import { EmployeePageArgs } from './employee.input.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));

export const LeaveKindEnum = enumOf(LEAVE_KINDS);
registerEnumType(LeaveKindEnum, { name: 'LeaveKind', description: 'Kind of a leave (请假类型)' });
export const LeaveStateEnum = enumOf(LEAVE_STATES);
registerEnumType(LeaveStateEnum, { name: 'LeaveState' });

@ObjectType('Leave', { description: 'A leave of a person, for himself, who leads him, who stands in, and hr (请假)' })
@Directive('@key(fields: "id")')
@Permit('hr.read-leave')
export class LeaveType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LeaveKindEnum)
  readonly kind!: string;

  @Field(() => LocalDate)
  readonly from!: string;

  @Field(() => LocalDate, { description: 'The last day' })
  readonly to!: string;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => LeaveStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly requestedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly decisionReason!: string | null;

  readonly employeeId!: string;
  readonly standInId!: string | null;
  readonly decidedBy!: string | null;
}

export const LeaveConnection = connectionOf(LeaveType, 'Leave');

@ArgsType()
export class LeavesArgs extends EmployeePageArgs {
  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the people whom somebody leads' })
  readonly managerId?: string | null;

  @Field(() => LeaveStateEnum, { nullable: true })
  readonly state?: LeaveState | null;

  @Field(() => LocalDate, { nullable: true, description: 'Leaves that are not over on this day' })
  readonly from?: LocalDateText | null;

  @Field(() => LocalDate, { nullable: true, description: 'Leaves that have begun by this day' })
  readonly to?: LocalDateText | null;
}

@ObjectType({ isAbstract: true })
abstract class LeavePayload extends MutationPayload {
  @Field(() => LeaveType, { nullable: true })
  readonly leave?: LeaveType | null;
}

@ObjectType()
export class RequestLeavePayload extends LeavePayload {}

@ObjectType()
export class DecideLeavePayload extends LeavePayload {}

@ObjectType()
export class CancelLeavePayload extends LeavePayload {}
