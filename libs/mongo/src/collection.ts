import mongoose from 'mongoose';
import type { CreateIndexesOptions, IndexSpecification } from 'mongodb';
import { FenType } from './fen-type.js';

/** An index and why it exists. */
export interface CollectionIndex {
  readonly name: string;
  readonly keys: Readonly<Record<string, 1 | -1 | 'text'>>;
  readonly why: string;
  readonly options?: Omit<CreateIndexesOptions, 'name'>;
}

/** The storage shape of one collection: mongoose schema, indexes, optional server-side validator, shard key. */
export interface CollectionDefinition {
  readonly name: string;
  readonly schema: mongoose.Schema;
  readonly indexes: readonly CollectionIndex[];
  readonly validator?: Record<string, unknown>;
  /** Field to shard by when the database becomes a cluster. */
  readonly shardKey: string;
}

export interface CollectionInput {
  readonly name: string;
  readonly fields: mongoose.SchemaDefinition;
  readonly indexes?: readonly CollectionIndex[];
  readonly validator?: Record<string, unknown>;
  readonly shardKey?: string;
}

/** Types for schema fields: fen as BSON long, business dates and rates as strings, free JSON. */
export const fields = {
  id: { type: String, required: true },
  text: { type: String, required: true },
  optionalText: { type: String, default: null },
  date: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
  optionalDate: { type: String, default: null, match: /^\d{4}-\d{2}-\d{2}$/ },
  instant: { type: Date, required: true },
  optionalInstant: { type: Date, default: null },
  fen: { type: FenType, required: true },
  optionalFen: { type: FenType, default: null },
  count: { type: Number, required: true, validate: Number.isSafeInteger },
  flag: { type: Boolean, required: true },
  texts: { type: [String], required: true },
  json: { type: mongoose.Schema.Types.Mixed, required: true },
  optionalJson: { type: mongoose.Schema.Types.Mixed, default: null },
} as const satisfies mongoose.SchemaDefinition;

/** A sub-document without an id of its own; unknown members are refused. */
export function record(definition: mongoose.SchemaDefinition): mongoose.Schema {
  return new mongoose.Schema(definition, { _id: false, strict: 'throw', minimize: false });
}

/** A text that must be one of `values`. */
export function oneOf(values: readonly string[]): { type: StringConstructor; required: true; enum: string[] } {
  return { type: String, required: true, enum: [...values] };
}

/** Defines a collection whose documents carry a string `_id` and a `version` for optimistic concurrency. */
export function defineCollection(input: CollectionInput): CollectionDefinition {
  const schema = new mongoose.Schema(
    { _id: { type: String, required: true }, version: { type: Number, required: true }, ...input.fields },
    {
      collection: input.name,
      strict: 'throw',
      strictQuery: 'throw',
      versionKey: false,
      autoIndex: false,
      autoCreate: false,
      minimize: false,
      id: false,
    },
  );
  return { name: input.name, schema, indexes: input.indexes ?? [], validator: input.validator, shardKey: input.shardKey ?? '_id' };
}

export function indexSpecification(index: CollectionIndex): IndexSpecification {
  return { ...index.keys };
}
