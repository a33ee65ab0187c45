import mongoose from 'mongoose';
import type { CollectionDefinition, CollectionIndex } from './collection.js';

/** Platform rows are written through the driver; they need collections and indexes, not a mongoose schema. */
export function platformCollection(
  name: string,
  indexes: readonly CollectionIndex[] = [],
  validator?: Record<string, unknown>,
): CollectionDefinition {
  return {
    name,
    schema: new mongoose.Schema({}, { collection: name, strict: false, autoIndex: false, autoCreate: false }),
    indexes,
    validator,
    shardKey: '_id',
  };
}

const WEEK_S = 7 * 86_400;

export const mongoCollections: readonly CollectionDefinition[] = [
  platformCollection('request_keys', [
    { name: 'expiry', keys: { at: 1 }, why: 'request keys are promised for 72 h and kept a week', options: { expireAfterSeconds: WEEK_S } },
  ]),
  platformCollection('leases'),
  platformCollection('migrations'),
];
