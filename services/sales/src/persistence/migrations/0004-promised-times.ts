import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { addFields } from '@weilend/mongo';
import type { Database, Migration, Stored } from '@weilend/mongo';
import { applicationOf, standingOf } from '../application/application.repository.js';
import { enquiryOf, enquiryStanding, proposalOf } from '../enquiry/enquiry.repository.js';
import { expiresOn } from '../../domain/enquiry/proposal.js';

const NAME = '0004-promised-times';
/** The parameter proposal.validity as it began. */
const FIRST_VALIDITY_DAYS = 30;

const first = [
  addFields(NAME, 'applications', { disclosures: [] }),
  addFields(NAME, 'enquiries', { needsKnownAt: null, firstProposalDueAt: null, firstProposedAt: null, closed: null }),
  addFields(NAME, 'proposals', { replacesId: null, answer: null, disclosure: null }),
];

/**
 * What came with the promised times: validity of papers and prices, disclosures, evidence, and for every row the standing by which lists
 * find it. Running it again gives the same.
 */
export const promisedTimes: Migration = {
  name: NAME,
  async up(database: Database): Promise<void> {
    for (const migration of first) await migration.up(database);
    const applications = database.collection('applications');
    const nested: readonly [string, string, unknown][] = [
      ['documents', 'validUntil', null],
      ['falsifications', 'kind', 'FALSIFICATION'],
      ['falsifications', 'evidence', []],
    ];
    for (const [list, field, value] of nested)
      await applications.updateMany(
        { [list]: { $elemMatch: { [field]: { $exists: false } } } },
        { $set: { [`${list}.$[old].${field}`]: value } },
        { arrayFilters: [{ [`old.${field}`]: { $exists: false } }] },
      );
    await applications.updateMany(
      { 'tasks.done.by': { $exists: true } },
      { $set: { 'tasks.$[old].done.evidence': null } },
      { arrayFilters: [{ 'old.done.by': { $exists: true }, 'old.done.evidence': { $exists: false } }] },
    );
    await fill(database, 'proposals', { validUntil: { $exists: false } }, (row) => {
      const validUntil = addDays(row['startOn'] as LocalDate, FIRST_VALIDITY_DAYS);
      return { validUntil, expiresOn: expiresOn({ ...proposalOf(row), validUntil }) };
    });
    await fill(database, 'enquiries', { state: { $exists: false } }, (row) => enquiryStanding(enquiryOf(row)));
    await fill(database, 'applications', { worklists: { $exists: false } }, (row) => standingOf(applicationOf(row)));
  },
};

/** Row by row, as they are: each is written by itself, so that one that was changed meanwhile is computed from what it became. */
async function fill(
  database: Database,
  collection: string,
  missing: Record<string, unknown>,
  standing: (row: Stored) => Record<string, unknown>,
): Promise<void> {
  const rows = database.collection<Stored>(collection);
  for await (const row of rows.find(missing as never)) {
    await rows.updateOne({ _id: row._id, version: row['version'] } as never, { $set: standing(row) as never });
  }
}
