import type { Database, Migration } from '@weilend/mongo';
import mongoose from 'mongoose';
import { JOURNAL, journalIndexes, journalValidator, ledgerDatabaseOf } from '../ledger.schema.js';

const NAMESPACE_EXISTS = 48;

/** The ledger stands in a database of its own, because a MongoDB role cannot leave one collection out of a database. */
export const createLedger: Migration = {
  name: '0001-create-ledger',
  async up(database: Database): Promise<void> {
    const ledger = database.connection.getClient().db(ledgerDatabaseOf(database.connection.name));
    try {
      await ledger.createCollection(JOURNAL, { validator: journalValidator });
    } catch (error) {
      if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== NAMESPACE_EXISTS) throw error;
      await ledger.command({ collMod: JOURNAL, validator: journalValidator });
    }
    for (const { name, key, ...options } of journalIndexes) await ledger.collection(JOURNAL).createIndex({ ...key }, { name, ...options });
  },
};
