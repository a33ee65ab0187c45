import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { ALLOCATION_PARTS, HOLIDAY_RULES } from '../domain/product/servicing-rules.js';
import { COUNTS, METHODS, MONTH_ENDS, ROUNDINGS } from '../domain/schedule/terms.js';
import { list } from './shared-records.js';

const feeRecord = record({
  code: fields.text,
  name: fields.text,
  kind: oneOf(['FIXED', 'RATE_OF_PRINCIPAL']),
  amountFen: fields.optionalFen,
  rate: fields.optionalText,
  payee: fields.text,
});

const versionRecord = record({
  no: fields.count,
  name: fields.text,
  customerTypes: fields.texts,
  purposes: fields.texts,
  methods: { type: [{ type: String, enum: METHODS }], required: true },
  minAmountFen: fields.fen,
  maxAmountFen: fields.fen,
  minTermMonths: fields.count,
  maxTermMonths: fields.count,
  annualRate: fields.text,
  dayCount: oneOf(COUNTS),
  rounding: oneOf(ROUNDINGS),
  monthEnd: oneOf(MONTH_ENDS),
  instalmentMultipleFen: fields.fen,
  evenLastInstalment: fields.flag,
  principalGracePeriods: fields.count,
  interestGracePeriods: fields.count,
  holidayRule: oneOf(HOLIDAY_RULES),
  graceDays: fields.count,
  penaltyFactor: fields.text,
  earlyRepaymentFeeRate: fields.text,
  allocationOrder: { type: [{ type: String, enum: ALLOCATION_PARTS }], required: true },
  fees: list(feeRecord),
  effectiveFrom: fields.date,
});

/** A product with all its versions in one document: two people cannot publish the same version number. */
export const productCollection = defineCollection({
  name: 'products',
  fields: { code: fields.text, versions: list(versionRecord) },
  indexes: [
    { name: 'code', keys: { code: 1 }, why: 'one product per code; a new version is published by code', options: { unique: true } },
  ],
});
