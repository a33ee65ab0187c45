import { fields, oneOf, record } from '@weilend/mongo';
import { METHODS } from '../domain/schedule/terms.js';

/** Storage shapes that several collections hold: terms of a loan, rows of a schedule, fees in fen. */
export const termsRecord = record({
  productId: fields.id,
  amountFen: fields.fen,
  termMonths: fields.count,
  annualRate: fields.text,
  method: oneOf(METHODS),
});

export const participantRecord = record({ role: fields.text, employeeId: fields.id });

/** What is known of a payment at the bank. */
export const bankPaymentRecord = record({
  sends: fields.count,
  queries: fields.count,
  sentOn: fields.optionalDate,
  reference: fields.optionalText,
});

const rowFields = {
  no: fields.count,
  dueOn: fields.date,
  principalFen: fields.fen,
  interestFen: fields.fen,
  totalFen: fields.fen,
  balanceFen: fields.fen,
};

export const scheduleRowRecord = record(rowFields);

export const instalmentRecord = record({
  ...rowFields,
  interestPaidFen: fields.fen,
  principalPaidFen: fields.fen,
  interestWaivedFen: fields.fen,
  billed: fields.flag,
  kind: { type: String, enum: ['PREPAYMENT'] },
  carriedFen: { ...fields.fen, required: false },
});

export const restructureTermsRecord = record({
  annualRate: fields.text,
  method: oneOf(METHODS),
  periods: fields.count,
  firstDueOn: fields.optionalDate,
  principalGracePeriods: fields.count,
});

const feeFields = { code: fields.text, name: fields.text, payee: fields.text, amountFen: fields.fen };

export const chargedFeeRecord = record(feeFields);

export const loanFeeRecord = record({ ...feeFields, paidFen: fields.fen });

export const list = (of: ReturnType<typeof record>) => ({ type: [of], required: true });
