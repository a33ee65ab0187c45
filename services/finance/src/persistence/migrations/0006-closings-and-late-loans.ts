import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Database, Migration } from '@weilend/mongo';
import mongoose from 'mongoose';
import { CLOSINGS, closingValidator, ledgerDatabaseOf } from '../ledger.schema.js';

const { Long } = mongoose.mongo.BSON;
const NAMESPACE_EXISTS = 48;

/**
 * Closed months stand beside the entries, where nothing can be changed. Loans that are late when it runs are noted as late; who recovered before that nobody has
 * written down.
 */
export const closingsAndLateLoans: Migration = {
  name: '0006-closings-and-late-loans',
  async up(database: Database): Promise<void> {
    await createClosings(database);
    await noteLateLoans(database);
  },
};

async function createClosings(database: Database): Promise<void> {
  const ledger = database.connection.getClient().db(ledgerDatabaseOf(database.connection.name));
  try {
    await ledger.createCollection(CLOSINGS, { validator: closingValidator });
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== NAMESPACE_EXISTS) throw error;
    await ledger.command({ collMod: CLOSINGS, validator: closingValidator });
  }
}

interface LateRow {
  readonly _id: string;
  readonly bucket: 'M2_M3' | 'M4_PLUS';
  readonly overdueSince: LocalDate;
  readonly disbursedOn: LocalDate;
  readonly principalFen: number;
  readonly rows: readonly { readonly dueOn: LocalDate }[];
}

async function noteLateLoans(database: Database): Promise<void> {
  const late = { bucket: { $in: ['M2_M3', 'M4_PLUS'] }, overdueSince: { $type: 'string' } };
  for await (const { _id, bucket, overdueSince, disbursedOn, principalFen, rows } of database
    .collection<LateRow>('loans')
    .find(late as never)) {
    const late30On = addDays(overdueSince, 30);
    const days = {
      late30On,
      ...(bucket === 'M4_PLUS' ? { late90On: addDays(overdueSince, 90) } : {}),
      ...(rows[0]?.dueOn === overdueSince ? { firstDefaultOn: late30On } : {}),
    };
    const facts = { disbursedOn, principalFen: Long.fromNumber(principalFen) };
    await database.collection('late_loans').updateOne({ _id }, { $setOnInsert: facts, $min: days } as never, { upsert: true });
  }
}
