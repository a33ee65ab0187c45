import type { Database, Migration } from '@weilend/mongo';
import mongoose from 'mongoose';
import { CLOSINGS, closingValidator, ledgerDatabaseOf } from '../ledger.schema.js';

const NAMESPACE_EXISTS = 48;

/** Closed months stand beside the entries, where nothing can be changed. */
export const periodClosings: Migration = {
  name: '0006-period-closings',
  async up(database: Database): Promise<void> {
    const ledger = database.connection.getClient().db(ledgerDatabaseOf(database.connection.name));
    try {
      await ledger.createCollection(CLOSINGS, { validator: closingValidator });
    } catch (error) {
      if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== NAMESPACE_EXISTS) throw error;
      await ledger.command({ collMod: CLOSINGS, validator: closingValidator });
    }
  },
};
