import { addFields } from '@weilend/mongo';
import type { Database, Migration } from '@weilend/mongo';
import { policyHash } from '../../domain/policy/policy.js';
import type { PolicyContent } from '../../domain/policy/policy.js';

const cases = addFields('cases', 'approval_cases', {
  ...{ policyHash: null, openedAt: null, dueAt: null, circulation: null, ballotDueAt: null },
  ...{ reschedulings: [], questions: [], reconsiders: null, newFacts: null },
});
const decisions = addFields('decisions', 'decisions', {
  ...{
    policyHash: null,
    opinions: [],
    tookMinutes: null,
    conditionChange: null,
    reconsiders: null,
    conditionDueOn: null,
    conditionRemindedFor: null,
  },
});
const sessions = addFields('sessions', 'committee_sessions', {
  invited: [],
  present: null,
  moved: [],
  cancelledReason: null,
  outcomes: [],
});
const policies = addFields('policies', 'committee_policies', {
  ...{ customerRules: [], maxConsecutiveTerms: null, conditionChange: 'VOTE', state: 'approved', approvedBy: null, approvedAt: null },
});
const members = addFields('members', 'committee_members', { substituteFor: null });

/** Every element of an array that lacks a field gets it, by an expression over the element `$$one`. */
function eachOf(field: string, added: Record<string, unknown>): object[] {
  return [{ $set: { [field]: { $map: { input: `$${field}`, as: 'one', in: { $mergeObjects: [added, '$$one'] } } } } }];
}

/** Policies from before two persons made them were in force and stay so; seats, ties, days of conditions and hashes follow from what is on record [4.12-4.14]. */
export const committeeWhole: Migration = {
  name: '0003-committee-whole',
  async up(database: Database): Promise<void> {
    for (const added of [cases, decisions, sessions, policies, members]) await added.up(database);
    const band = { tie: 'REJECT', validityDays: null };
    await database.collection('committee_policies').updateMany({}, eachOf('bands', band));
    await database.collection('approval_cases').updateMany({}, eachOf('bands', band));
    await database.collection('approval_cases').updateMany({}, eachOf('votes', { seatOf: '$$one.employeeId' }));
    await database.collection('decisions').updateMany({}, eachOf('conditions', { waivedReason: null }));
    await database
      .collection('decisions')
      .updateMany({ state: { $in: ['awaiting-conditions', 'evidenced'] } }, [{ $set: { conditionDueOn: { $min: '$conditions.dueOn' } } }]);
    await hashPolicies(database);
    await dropIndex(database, 'approval_cases', 'report');
  },
};

async function hashPolicies(database: Database): Promise<void> {
  const rows = database.collection<PolicyContent & { _id: string }>('committee_policies').find({ contentHash: { $exists: false } });
  for await (const row of rows) {
    await database
      .collection<{ _id: string }>('committee_policies')
      .updateOne({ _id: row._id }, { $set: { contentHash: policyHash(row as unknown as PolicyContent) } });
  }
}

/** The index of one case for each report gave way to one that lets a decision be looked at again. */
async function dropIndex(database: Database, collection: string, name: string): Promise<void> {
  const present = await database.collection(collection).indexes();
  if (present.some((index) => index.name === name)) await database.collection(collection).dropIndex(name);
}
