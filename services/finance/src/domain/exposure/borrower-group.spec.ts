import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate } from '@weilend/kernel';
import { join, leave, openGroup } from './borrower-group.js';
import { aGroup, anExposure } from './exposure.builder.js';

const on = parseLocalDate('2026-11-23');
const member = { customerId: 'cus_1', reason: ' 同一实际控制人 ', addedBy: 'emp_1', addedOn: on };
const left = { leftReason: '股权已转让', removedBy: 'emp_2', leftOn: on };

describe('[7.3] a group of related parties', () => {
  it('takes a member with what he owes, also above every limit', () => {
    const owing = anExposure({ outstandingFen: 900_000_000_00, reservedFen: 7 });
    const { group, exposure } = join(aGroup({ outstandingFen: 1, reservedFen: 2 }), owing, member);
    expect(group).toMatchObject({ outstandingFen: 900_000_000_01, reservedFen: 9, members: [{ ...member, reason: '同一实际控制人' }] });
    expect(exposure).toEqual({ ...owing, groupId: 'grp_1' });
  });

  it('lets him go with what he owes then, and remembers him', () => {
    const joined = join(aGroup({ outstandingFen: 5 }), anExposure({ outstandingFen: 10 }), member);
    const { group, exposure } = leave(joined.group, joined.exposure, left);
    expect(group).toMatchObject({ outstandingFen: 5, reservedFen: 0, members: [], formerMembers: [{ customerId: 'cus_1', ...left }] });
    expect(exposure).toEqual(anExposure({ outstandingFen: 10 }));
  });

  it.each([
    ['a name of nothing', () => openGroup('grp_1', '  '), 'GROUP_NAME_INVALID'],
    ['a name without end', () => openGroup('grp_1', 'x'.repeat(101)), 'GROUP_NAME_INVALID'],
    ['who is in another group', () => join(aGroup(), anExposure({ groupId: 'grp_2' }), member), 'CUSTOMER_IN_GROUP'],
    ['who is in it already', () => join(aGroup(), anExposure({ groupId: 'grp_1' }), member), 'CUSTOMER_IN_GROUP'],
    ['a member without a reason', () => join(aGroup(), anExposure(), { ...member, reason: ' ' }), 'GROUP_REASON_MISSING'],
    [
      'more members than it can hold',
      () => join(aGroup({ members: Array.from({ length: 200 }, () => member) }), anExposure(), member),
      'GROUP_FULL',
    ],
    ['the leaving of a stranger', () => leave(aGroup(), anExposure(), left), 'NOT_IN_GROUP'],
    [
      'leaving without a reason',
      () => leave(aGroup({ members: [member] }), anExposure({ groupId: 'grp_1' }), { ...left, leftReason: '' }),
      'GROUP_REASON_MISSING',
    ],
  ])('refuses %s', (_title, act, code) => expect(act).toThrow(code));

  it.each([
    ['the exposure of somebody else', () => join(aGroup(), anExposure({ customerId: 'cus_2' }), member)],
    ['a balance that the group does not have', () => leave(aGroup({ members: [member] }), anExposure({ outstandingFen: 1 }), left)],
  ])('%s is a bug', (_title, act) => expect(act).toThrow(InvariantViolation));
});
