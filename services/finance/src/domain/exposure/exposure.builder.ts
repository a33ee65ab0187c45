import type { BorrowerGroup } from './borrower-group.js';
import type { Exposure } from './exposure.js';

/** A borrower who owes nothing. */
export const anExposure = (change: Partial<Exposure> = {}): Exposure => ({
  ...{ customerId: 'cus_1', groupId: null, outstandingFen: 0, reservedFen: 0, consumerFen: 0, loans: 0 },
  ...change,
});

/** A group without members. */
export const aGroup = (change: Partial<BorrowerGroup> = {}): BorrowerGroup => ({
  ...{ id: 'grp_1', version: 1, name: '张氏兄弟', members: [], formerMembers: [], outstandingFen: 0, reservedFen: 0 },
  ...change,
});
