import { fen, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { BorrowerGroup, GroupMember } from './borrower-group.js';
import { moveBalance } from './exposure.js';
import type { Balance, Exposure } from './exposure.js';

// Two files of sales turned out to be of one customer (客户档案合并). What he owes under both ids is what one borrower owes, and limits look at it
// together. If one of the files was in a group of related parties, the customer is in it; if both were, in two groups, these were one risk
// all along: their members are one group from now on. Nothing of it is refused for a limit that it breaks: it is a fact.

export interface Merging {
  readonly mergedBy: string;
  readonly mergedOn: LocalDate;
}

export interface Borrowers<G extends BorrowerGroup, E extends Exposure> {
  readonly survivor: E;
  readonly merged: E;
  readonly survivorGroup: G | null;
  /** The same one when both were in it. */
  readonly mergedGroup: G | null;
}

export interface OneBorrower<G extends BorrowerGroup, E extends Exposure> {
  readonly survivor: E;
  /** Owes nothing any more. */
  readonly merged: E;
  /** Groups that have changed. */
  readonly groups: readonly G[];
  /** Customers of the group that was given up, who are in the surviving one now. */
  readonly regrouped: { readonly customerIds: readonly string[]; readonly groupId: string } | null;
}

const REASON = '客户档案已合并';

export function mergeBorrowers<G extends BorrowerGroup, E extends Exposure>(of: Borrowers<G, E>, how: Merging): OneBorrower<G, E> {
  invariant(of.survivor.customerId !== of.merged.customerId, 'a file is merged into another one');
  const merged = { ...of.merged, groupId: null, outstandingFen: 0, reservedFen: 0, consumerFen: 0, loans: 0 };
  const balance = moveBalance(of.survivor, of.merged);
  const consumerFen = fen(of.survivor.consumerFen + of.merged.consumerFen);
  const groupId = of.survivor.groupId ?? of.merged.groupId;
  const survivor = { ...of.survivor, ...balance, consumerFen, loans: of.survivor.loans + of.merged.loans, groupId };
  return { survivor, merged, ...groupsOf(of, how) };
}

function groupsOf<G extends BorrowerGroup, E extends Exposure>(
  { survivor, merged, survivorGroup, mergedGroup }: Borrowers<G, E>,
  how: Merging,
): Pick<OneBorrower<G, E>, 'groups' | 'regrouped'> {
  if (!mergedGroup) return { groups: survivorGroup ? [{ ...survivorGroup, ...moveBalance(survivorGroup, merged) }] : [], regrouped: null };
  if (!survivorGroup) {
    const renamed = (one: GroupMember) => (one.customerId === merged.customerId ? { ...one, customerId: survivor.customerId } : one);
    const members = mergedGroup.members.map(renamed);
    return {
      groups: [{ ...withFormer(mergedGroup, [merged.customerId], how), members, ...moveBalance(mergedGroup, survivor) }],
      regrouped: null,
    };
  }
  if (survivorGroup.id === mergedGroup.id) return { groups: [withFormer(survivorGroup, [merged.customerId], how)], regrouped: null };
  const others = mergedGroup.members.filter((one) => one.customerId !== merged.customerId);
  const { outstandingFen, reservedFen } = mergedGroup;
  const joined = { ...survivorGroup, ...moveBalance(survivorGroup, { outstandingFen, reservedFen }) };
  const left = withFormer(
    mergedGroup,
    mergedGroup.members.map((one) => one.customerId),
    how,
  );
  return {
    groups: [
      { ...joined, members: [...joined.members, ...others] },
      { ...left, ...NOTHING },
    ],
    regrouped: { customerIds: others.map((one) => one.customerId), groupId: survivorGroup.id },
  };
}

const NOTHING: Balance = { outstandingFen: 0, reservedFen: 0 };

/** The members leave, with the merging as the reason; the balance is the caller's. */
function withFormer<G extends BorrowerGroup>(group: G, customerIds: readonly string[], { mergedBy, mergedOn }: Merging): G {
  const leaves = (one: GroupMember) => customerIds.includes(one.customerId);
  const left = group.members.filter(leaves).map((one) => ({ ...one, leftReason: REASON, removedBy: mergedBy, leftOn: mergedOn }));
  return { ...group, members: group.members.filter((one) => !leaves(one)), formerMembers: [...group.formerMembers, ...left] };
}
