import type { Database } from './database.js';
import type { Migration } from './migrations.js';

/** A migration that gives documents stored before a field existed its first value; running it again changes nothing. */
export function addFields(name: string, collection: string, first: Readonly<Record<string, unknown>>): Migration {
  return {
    name,
    async up(database: Database): Promise<void> {
      for (const [field, value] of Object.entries(first))
        await database.collection(collection).updateMany({ [field]: { $exists: false } }, { $set: { [field]: value } });
    },
  };
}
