import type { Database, Migration } from '@weilend/mongo';
import { PLAIN_RULES } from '../../domain/schedule/schedule-rules.js';

/** What products and loans of before were computed by, said in so many words. */
export const scheduleRules: Migration = {
  name: '0002-schedule-rules',
  async up(database: Database): Promise<void> {
    const { dayCount: _dayCount, ...rules } = PLAIN_RULES;
    const stored = { ...rules, instalmentMultipleFen: { $toLong: rules.instalmentMultipleFen } };
    // What a version says itself stands.
    const versions = { $map: { input: '$versions', as: 'one', in: { $mergeObjects: [stored, '$$one'] } } };
    await database.collection('products').updateMany({}, [{ $set: { versions } }]);
    await database.collection('loans').updateMany({ rounding: { $exists: false } }, { $set: { rounding: rules.rounding } });
  },
};
