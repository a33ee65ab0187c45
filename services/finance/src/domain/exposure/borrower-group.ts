import { DomainError, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { moveBalance } from './exposure.js';
import type { Balance, Exposure } from './exposure.js';

// A group of related parties (关联方): borrowers who are one risk, because one controls the other or both hang on the same person. Whether they are is a
// fact that somebody finds and writes down with its reason; it is never refused for a limit that it breaks. A group above its limit gets no new money.

export interface GroupMember {
  readonly customerId: string;
  /** Why he is related to the others. */
  readonly reason: string;
  readonly addedBy: string;
  readonly addedOn: LocalDate;
}

export interface FormerMember extends GroupMember {
  readonly leftReason: string;
  readonly removedBy: string;
  readonly leftOn: LocalDate;
}

export interface BorrowerGroup extends Balance {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly members: readonly GroupMember[];
  readonly formerMembers: readonly FormerMember[];
}

/** More related parties than a check of every payment should carry. */
const MOST_MEMBERS = 200;
const NAME_LENGTH = 100;

/** A group without members; they join it one by one. Throws DomainError GROUP_NAME_INVALID. */
export function openGroup(id: string, name: string): BorrowerGroup {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > NAME_LENGTH) throw new DomainError('GROUP_NAME_INVALID', { longest: NAME_LENGTH }, 'name');
  return { id, version: 0, name: trimmed, members: [], formerMembers: [], outstandingFen: 0, reservedFen: 0 };
}

export interface Joined<G extends BorrowerGroup, E extends Exposure> {
  readonly group: G;
  readonly exposure: E;
}

/** The member's balance becomes the group's too. Throws DomainError CUSTOMER_IN_GROUP, GROUP_REASON_MISSING or GROUP_FULL. */
export function join<G extends BorrowerGroup, E extends Exposure>(group: G, exposure: E, member: GroupMember): Joined<G, E> {
  invariant(member.customerId === exposure.customerId, "the exposure is the member's");
  if (exposure.groupId !== null)
    throw new DomainError('CUSTOMER_IN_GROUP', { customerId: exposure.customerId, groupId: exposure.groupId }, 'customerId');
  if (group.members.length >= MOST_MEMBERS) throw new DomainError('GROUP_FULL', { most: MOST_MEMBERS }, 'customerId');
  const reason = reasonOf(member.reason);
  const { outstandingFen, reservedFen } = exposure;
  const balance = moveBalance(group, { outstandingFen, reservedFen });
  return {
    group: { ...group, ...balance, members: [...group.members, { ...member, reason }] },
    exposure: { ...exposure, groupId: group.id },
  };
}

/** Takes the member's balance out again. Throws DomainError NOT_IN_GROUP or GROUP_REASON_MISSING. */
export function leave<G extends BorrowerGroup, E extends Exposure>(
  group: G,
  exposure: E,
  left: Pick<FormerMember, 'leftReason' | 'removedBy' | 'leftOn'>,
): Joined<G, E> {
  const member = group.members.find((one) => one.customerId === exposure.customerId);
  if (!member) throw new DomainError('NOT_IN_GROUP', { customerId: exposure.customerId }, 'customerId');
  const leftReason = reasonOf(left.leftReason);
  const balance = moveBalance(group, { outstandingFen: -exposure.outstandingFen, reservedFen: -exposure.reservedFen });
  const members = group.members.filter((one) => one !== member);
  return {
    group: { ...group, ...balance, members, formerMembers: [...group.formerMembers, { ...member, ...left, leftReason }] },
    exposure: { ...exposure, groupId: null },
  };
}

function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason === '') throw new DomainError('GROUP_REASON_MISSING', {}, 'reason');
  return reason;
}
