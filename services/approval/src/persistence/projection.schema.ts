import { defineCollection, fields, record } from '@weilend/mongo';

/** What sales said of an application: a stage that only moves forward. */
export const stageCollection = defineCollection({
  name: 'application_stages',
  fields: {
    withdrawnAt: fields.optionalInstant,
    withdrawnReason: fields.optionalText,
    signedContractId: fields.optionalText,
    signedAt: fields.optionalInstant,
    documentHashes: { type: [String], default: null },
    papers: { type: [record({ fileId: fields.id, sha256: fields.text })], default: null },
    salespersonId: fields.optionalText,
  },
});

const productVersion = record({
  productId: fields.id,
  productVersion: fields.count,
  customerTypes: fields.texts,
  purposes: fields.texts,
  methods: fields.texts,
  minAmountFen: fields.fen,
  maxAmountFen: fields.fen,
  minTermMonths: fields.count,
  maxTermMonths: fields.count,
  effectiveFrom: fields.date,
});

/** Finance's products as far as a decision needs them: all versions of one product in one document. */
export const productCollection = defineCollection({
  name: 'products',
  fields: { versions: { type: [productVersion], required: true } },
});
