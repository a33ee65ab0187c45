/** Name of the ledger's database beside the service's own: its user may only find and insert there. */
export const ledgerDatabaseOf = (serviceDatabase: string): string => `${serviceDatabase}_ledger`;

export const JOURNAL = 'journal_entries';

const line = {
  bsonType: 'object',
  required: ['account', 'debitFen', 'creditFen'],
  additionalProperties: false,
  properties: { account: { bsonType: 'string' }, debitFen: { bsonType: 'long', minimum: 0 }, creditFen: { bsonType: 'long', minimum: 0 } },
};

/** The database itself refuses an entry that does not balance, has one side or holds anything but whole fen. */
export const journalValidator: Record<string, unknown> = {
  $and: [
    {
      $jsonSchema: {
        bsonType: 'object',
        required: ['_id', 'idemKey', 'kind', 'businessDate', 'postedAt', 'stream', 'no', 'prevHash', 'hash', 'lines'],
        properties: {
          idemKey: { bsonType: 'string' },
          stream: { bsonType: 'string' },
          lines: { bsonType: 'array', minItems: 2, items: line },
        },
      },
    },
    { $expr: { $and: [{ $eq: [{ $sum: '$lines.debitFen' }, { $sum: '$lines.creditFen' }] }, { $gt: [{ $sum: '$lines.debitFen' }, 0] }] } },
  ],
};

export const CLOSINGS = 'period_closings';

/** Balances of a closed month are as balanced as its entries. */
export const closingValidator: Record<string, unknown> = {
  $and: [
    {
      $jsonSchema: {
        bsonType: 'object',
        required: ['_id', 'month', 'from', 'through', 'state', 'accounts', 'prevHash', 'hash', 'by', 'at', 'begunAt'],
        properties: { state: { enum: ['CLOSING', 'CLOSED'] }, accounts: { bsonType: 'array', items: line } },
      },
    },
    { $expr: { $eq: [{ $sum: '$accounts.debitFen' }, { $sum: '$accounts.creditFen' }] } },
  ],
};

export const journalIndexes = [
  { name: 'idemKey', key: { idemKey: 1 }, unique: true },
  { name: 'chain', key: { stream: 1, no: 1 }, unique: true },
  { name: 'businessDate', key: { businessDate: 1 } },
] as const;
