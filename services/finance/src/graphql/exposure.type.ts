import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, LocalDate, Money, Permit } from '@weilend/graphql';
import type { FormerMember, GroupMember } from '../domain/exposure/borrower-group.js';
import { isBreached, LIMIT_KINDS, roomFen } from '../domain/exposure/concentration.js';
import type { LimitStanding } from '../domain/exposure/concentration.js';
import type { ExposureView, GroupView } from '../queries/exposure.queries.js';
import { CustomerStub, EmployeeStub, textEnum } from './shared.type.js';

export const LendingLimitKindEnum = textEnum('LendingLimitKind', LIMIT_KINDS, 'Which limit of lending it is (限额种类)');

@ObjectType('LendingLimit', { description: 'A limit of lending and what is used of it (贷款限额)' })
export class LendingLimitType {
  @Field(() => LendingLimitKindEnum)
  readonly kind!: string;

  @Field(() => Money)
  readonly limit!: number;

  @Field(() => Money, { description: 'Owed and under way' })
  readonly balance!: number;

  @Field(() => Money, { description: 'What may still be lent under it' })
  readonly room!: number;

  @Field(() => Boolean, { description: 'More is owed than allowed: nothing may be lent' })
  readonly breached!: boolean;
}

@ObjectType('BorrowerGroupMember', { description: 'A related party (关联方)' })
export class BorrowerGroupMemberType {
  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => String, { description: 'Why he is related to the others' })
  readonly reason!: string;

  @Field(() => EmployeeStub)
  readonly addedBy!: EmployeeStub;

  @Field(() => LocalDate)
  readonly addedOn!: string;
}

@ObjectType('FormerGroupMember', { description: 'Who was a related party' })
export class FormerGroupMemberType extends BorrowerGroupMemberType {
  @Field(() => String)
  readonly leftReason!: string;

  @Field(() => EmployeeStub)
  readonly removedBy!: EmployeeStub;

  @Field(() => LocalDate)
  readonly leftOn!: string;
}

@ObjectType('BorrowerGroup', { description: 'Customers who are one risk and share one limit (关联方集团)' })
@Permit('finance.read-exposure')
export class BorrowerGroupType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [BorrowerGroupMemberType])
  readonly members!: readonly BorrowerGroupMemberType[];

  @Field(() => [FormerGroupMemberType])
  readonly formerMembers!: readonly FormerGroupMemberType[];

  @Field(() => Money, { description: 'Principal that its members owe' })
  readonly outstanding!: number;

  @Field(() => Money, { description: 'Principal of payments under way' })
  readonly reserved!: number;

  @Field(() => LendingLimitType)
  readonly limit!: LendingLimitType;
}

export const BorrowerGroupConnection = connectionOf(BorrowerGroupType, 'BorrowerGroup');

@ObjectType('BorrowerExposure', { description: 'What a borrower owes, and what may still be lent to him (借款人余额与限额)' })
@Permit('finance.read-exposure')
export class BorrowerExposureType {
  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => Money, { description: 'Principal paid out and not repaid' })
  readonly outstanding!: number;

  @Field(() => Money, { description: 'Principal of payments under way' })
  readonly reserved!: number;

  @Field(() => Money, { description: 'The part of both that is for consumption' })
  readonly forConsumption!: number;

  @Field(() => Int, { description: 'Loans ever paid out' })
  readonly loans!: number;

  @Field(() => BorrowerGroupType, { nullable: true })
  readonly group!: BorrowerGroupType | null;

  @Field(() => [LendingLimitType], { description: 'Every limit that holds for him today' })
  readonly limits!: readonly LendingLimitType[];
}

@InputType({ isAbstract: true })
abstract class WithRequestKey {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;
}

@InputType()
export class OpenBorrowerGroupInput extends WithRequestKey {
  @Field(() => String)
  readonly name!: string;

  @Field(() => [ID], { description: 'Two different customers or more' })
  readonly customerIds!: string[];

  @Field(() => String, { description: 'Why they are one risk' })
  readonly reason!: string;
}

@InputType({ isAbstract: true })
abstract class MemberInput extends WithRequestKey {
  @Field(() => ID)
  readonly groupId!: string;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class AddGroupMemberInput extends MemberInput {}

@InputType()
export class RemoveGroupMemberInput extends MemberInput {}

const limitView = (standing: LimitStanding): LendingLimitType => ({
  ...{ kind: standing.kind, limit: standing.limitFen, balance: standing.balanceFen },
  ...{ room: roomFen(standing), breached: isBreached(standing) },
});

const memberView = ({ customerId, reason, addedBy, addedOn }: GroupMember): BorrowerGroupMemberType => ({
  customer: { id: customerId },
  reason,
  addedBy: { id: addedBy },
  addedOn,
});

const formerView = (member: FormerMember): FormerGroupMemberType => {
  const { leftReason, removedBy, leftOn } = member;
  return { ...memberView(member), leftReason, removedBy: { id: removedBy }, leftOn };
};

export function groupView({ group, standing }: GroupView): BorrowerGroupType {
  const { id, name, outstandingFen: outstanding, reservedFen: reserved } = group;
  const people = { members: group.members.map(memberView), formerMembers: group.formerMembers.map(formerView) };
  return { id, name, ...people, outstanding, reserved, limit: limitView(standing) };
}

export function exposureView({ exposure, group, standings }: ExposureView): BorrowerExposureType {
  const { customerId, outstandingFen: outstanding, reservedFen: reserved, consumerFen: forConsumption, loans } = exposure;
  const balances = { outstanding, reserved, forConsumption, loans };
  return { customer: { id: customerId }, ...balances, group: group && groupView(group), limits: standings.map(limitView) };
}
