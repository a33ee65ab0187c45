import type { Database, Migration } from '@weilend/mongo';

interface ContractRow {
  readonly _id: string;
  readonly version: number;
  readonly recordings: readonly { readonly sha256: string; readonly at: Date; readonly claimedHash?: string }[];
}

/** So many contracts are held in mind at once. */
const BATCH = 500;

/**
 * Recordings from before one had to be of one contract: the contract that had it first keeps it; where its bytes were put to another one
 * too, that one keeps what it has under a key of its own, and nothing more can be put to a third [4.18]. Running it again gives the same.
 */
export const recordingsOfOneContract: Migration = {
  name: '0009-recordings-of-one-contract',
  async up(database: Database): Promise<void> {
    const contracts = database.collection<ContractRow>('contracts');
    for (let after = ''; ;) {
      const filter = { _id: { $gt: after }, recordings: { $elemMatch: { claimedHash: { $exists: false } } } };
      const rows = await contracts
        .find(filter as never)
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray();
      for (const row of rows) {
        const recordings: object[] = [];
        for (const one of row.recordings) recordings.push({ ...one, claimedHash: one.claimedHash ?? (await claimOf(row._id, one.sha256)) });
        await contracts.updateOne({ _id: row._id, version: row.version }, { $set: { recordings } as never });
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = last._id;
    }

    /** Ids rise with time, and contracts come in their order: who has claimed these bytes had them first. Asked of the unique index. */
    async function claimOf(contractId: string, sha256: string): Promise<string> {
      const claimed = { 'recordings.claimedHash': { $eq: sha256, $type: 'string' }, _id: { $ne: contractId } };
      return (await contracts.findOne(claimed as never, { projection: { _id: 1 } })) ? `${sha256} of ${contractId}` : sha256;
    }
  },
};
