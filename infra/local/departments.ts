// The eight departments in the order of their ports, and what the database of each is called.

export const departments = ['sales', 'risk', 'approval', 'finance', 'training', 'hr', 'coordination', 'compliance'] as const;

export type Department = (typeof departments)[number];

/** The database that a department owns. */
export const databaseOf = (department: Department): string => `weilend_${department}`;

/**
 * Finance keeps its ledger entries in a database of their own, because a MongoDB role cannot leave one collection out of a database:
 * in this one its user may find and insert, and nothing else can happen to an entry.
 */
export const ledgerDatabase = 'weilend_finance_ledger';

/** The administrator of the local MongoDB. */
export const rootUser = 'weilend_root';
