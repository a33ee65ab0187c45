import type { Database, Migration } from '@weilend/mongo';

interface InquiryRow {
  readonly _id: string;
  readonly version: number;
  readonly investigationId: string;
  readonly requestedAt: Date;
}

const BATCH = 500;
const OF_ONE_ASKED = { trouble: null, answersRefused: 0, reusedFrom: null, pendingFor: null };

/**
 * Inquiries from before a report could be used again: each gets the blind index of its investigation's person, and counts as asked. Two
 * unanswered ones about one person may remain, because both may have reached the bureau. The old unique index goes: an inquiry that uses
 * a stored report names the request that the report came under. Running it again changes nothing.
 */
export const bureauReuse: Migration = {
  name: '0004-bureau-reuse',
  async up(database: Database): Promise<void> {
    await dropOldIndex(database);
    const investigations = database.collection<{ _id: string; identityIndex: string }>('investigations');
    await investigations.updateMany(
      { bureau: { $ne: null }, 'bureau.reused': { $exists: false } } as never,
      { $set: { 'bureau.reused': false, 'bureau.figures': null } } as never,
    );
    const inquiries = database.collection<InquiryRow>('bureau_inquiries');
    for (;;) {
      const rows = await inquiries
        .find({ identityIndex: { $exists: false } } as never)
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray();
      if (rows.length === 0) return;
      for (const { _id, investigationId, requestedAt } of rows) {
        const investigation = await investigations.findOne({ _id: investigationId });
        // Without its investigation nobody is asked about again under it.
        const identityIndex = investigation?.identityIndex ?? `none of ${_id}`;
        await inquiries.updateOne({ _id } as never, { $set: { ...OF_ONE_ASKED, identityIndex, dueAt: requestedAt } } as never);
      }
    }
  },
};

async function dropOldIndex(database: Database): Promise<void> {
  const inquiries = database.collection('bureau_inquiries');
  const present = await inquiries.indexes();
  if (present.some(({ name }) => name === 'request')) await inquiries.dropIndex('request');
}
