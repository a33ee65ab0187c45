import type { Database, Migration } from '@weilend/mongo';
import { nameKeyOf } from '../../domain/employee/wording.js';

/** Found people by the name as it was written. */
const OLD_INDEX = 'name';

/** Everybody is known by his name however it is written, those who left for good too [1.3]. Running it again changes nothing. */
export const nameKeys: Migration = {
  name: '0006-name-keys',
  async up(database: Database): Promise<void> {
    const employees = database.collection<{ _id: string; name: string }>('employees');
    const unnamed = employees.find({ nameKey: { $exists: false } } as never).project<{ _id: string; name: string }>({ name: 1 });
    for await (const { _id, name } of unnamed) await employees.updateOne({ _id }, { $set: { nameKey: nameKeyOf(name) } as never });
    if ((await employees.indexes()).some((index) => index.name === OLD_INDEX)) await employees.dropIndex(OLD_INDEX);
  },
};
