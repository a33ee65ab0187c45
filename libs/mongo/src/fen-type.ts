import mongoose from 'mongoose';

const { Long } = mongoose.mongo.BSON;

/** Schema type for integer fen: stored as BSON long, read back as a JavaScript number. Refuses fractions and unsafe integers. */
export class FenType extends mongoose.SchemaType {
  constructor(path: string, options: Record<string, unknown>) {
    super(path, options, 'FenType');
  }

  override cast(value: unknown): unknown {
    if (value instanceof Long) return value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return Long.fromNumber(value);
    throw new mongoose.Error.CastError('Fen', value, this.path);
  }
}

Object.assign(mongoose.Schema.Types, { FenType });
