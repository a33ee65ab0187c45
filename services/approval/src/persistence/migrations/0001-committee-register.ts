import type { Database, Migration } from '@weilend/mongo';
import { registerCollection } from '../committee/committee.schema.js';
import { REGISTER_ID } from '../committee/committee.repository.js';

/** The one register document; there from the start, so that no first writer races another. */
export const committeeRegister: Migration = {
  name: '0001-committee-register',
  async up(database: Database): Promise<void> {
    const first = { version: 1, policies: 0, appointments: 0 };
    await database.collection(registerCollection.name).updateOne({ _id: REGISTER_ID }, { $setOnInsert: first }, { upsert: true });
  },
};
