import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate } from '@weilend/kernel';
import type { BorrowerGroup } from './borrower-group.js';
import type { Exposure } from './exposure.js';
import { aGroup, anExposure } from './exposure.builder.js';
import { mergeBorrowers } from './merged-borrower.js';

const on = parseLocalDate('2026-11-23');
const how = { mergedBy: 'emp_m', mergedOn: on };
const member = (customerId: string) => ({ customerId, reason: '同一实际控制人', addedBy: 'emp_1', addedOn: on });
const survivor = (groupId: string | null = null) =>
  anExposure({ customerId: 'cus_s', groupId, outstandingFen: 100, reservedFen: 10, consumerFen: 5, loans: 2 });
const merged = (groupId: string | null = null) =>
  anExposure({ customerId: 'cus_m', groupId, outstandingFen: 40, reservedFen: 3, consumerFen: 7, loans: 1 });
const total = (rows: readonly Pick<Exposure, 'outstandingFen' | 'reservedFen'>[]) =>
  rows.reduce((sum, { outstandingFen, reservedFen }) => sum + outstandingFen + reservedFen, 0);

const both = (change: { survivorGroup?: BorrowerGroup | null; mergedGroup?: BorrowerGroup | null } = {}) => {
  const { survivorGroup = null, mergedGroup = null } = change;
  const of = { survivor: survivor(survivorGroup?.id), merged: merged(mergedGroup?.id), survivorGroup, mergedGroup };
  return mergeBorrowers(of, how);
};

describe('[7.3, 3.6] a customer with two files', () => {
  it('owes under one id what he owed under both, to the fen, and has borrowed as often', () => {
    const one = both();
    expect(one.survivor).toEqual({ ...survivor(), outstandingFen: 140, reservedFen: 13, consumerFen: 12, loans: 3 });
    expect(one.merged).toEqual(anExposure({ customerId: 'cus_m' }));
    expect(one).toMatchObject({ groups: [], regrouped: null });
  });

  const S = aGroup({ id: 'grp_s', members: [member('cus_s'), member('cus_1')], outstandingFen: 150, reservedFen: 10 });
  const M = aGroup({ id: 'grp_m', members: [member('cus_m'), member('cus_2')], outstandingFen: 60, reservedFen: 3 });
  const shared = aGroup({ id: 'grp_s', members: [member('cus_s'), member('cus_m')], outstandingFen: 140, reservedFen: 13 });

  it.each<[string, Parameters<typeof both>[0], string[], number]>([
    ['the surviving file was in a group: it owes the other part too', { survivorGroup: S }, ['cus_s', 'cus_1'], 160 + 43],
    ['the merged file was in one: the customer takes its place', { mergedGroup: M }, ['cus_s', 'cus_2'], 63 + 110],
    ['both were in the same: he is in it once', { survivorGroup: shared, mergedGroup: shared }, ['cus_s'], 153],
    ['they were in two: these are one', { survivorGroup: S, mergedGroup: M }, ['cus_s', 'cus_1', 'cus_2'], 160 + 63],
  ])('%s', (_title, change, members, owed) => {
    const one = both(change);
    const [group, emptied] = one.groups;
    expect(group?.members.map(({ customerId }) => customerId)).toEqual(members);
    expect(total(group ? [group] : [])).toBe(owed);
    expect(one.survivor.groupId).toBe(group?.id);
    expect(one.merged).toEqual(anExposure({ customerId: 'cus_m' }));
    expect(total([one.survivor, one.merged])).toBe(total([survivor(), merged()]));
    if (change?.survivorGroup && change.mergedGroup && change.survivorGroup !== change.mergedGroup) {
      expect(emptied).toMatchObject({ id: 'grp_m', members: [], outstandingFen: 0, reservedFen: 0 });
      expect(one.regrouped).toEqual({ customerIds: ['cus_2'], groupId: 'grp_s' });
    } else expect(one.regrouped).toBeNull();
  });

  it('who was a member stays written, with the merging as the reason', () => {
    const [, emptied] = both({ survivorGroup: S, mergedGroup: M }).groups;
    expect(emptied?.formerMembers).toEqual(
      ['cus_m', 'cus_2'].map((id) => ({ ...member(id), leftReason: '客户档案已合并', removedBy: 'emp_m', leftOn: on })),
    );
  });

  it('is never merged into himself', () => {
    const of = { survivor: survivor(), merged: survivor(), survivorGroup: null, mergedGroup: null };
    expect(() => mergeBorrowers(of, how)).toThrow(InvariantViolation);
  });
});
