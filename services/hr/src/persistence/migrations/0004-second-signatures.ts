import type { Database, Migration } from '@weilend/mongo';

const RULES = ['career_ladders', 'honour_rules'] as const;
/** Made one rule of a day or quarter unique before rules had to be approved; now only approved ones are. */
const OLD_INDEX = 'from';

/** Ladders and honour rules of before count as they did: who published them is taken to have approved them [5.9, 6.10]. Running it again changes nothing. */
export const secondSignatures: Migration = {
  name: '0004-second-signatures',
  async up(database: Database): Promise<void> {
    for (const name of RULES) {
      const rules = database.collection(name);
      await rules.updateMany({ approvedBy: { $exists: false } }, [{ $set: { approvedBy: '$publishedBy' } }]);
      if ((await rules.indexes()).some((index) => index.name === OLD_INDEX)) await rules.dropIndex(OLD_INDEX);
    }
  },
};
