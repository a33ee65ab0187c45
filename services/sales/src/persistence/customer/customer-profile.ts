import { fields, record } from '@weilend/mongo';
import { needs, optionalCount } from '../stored-shapes.js';

/** The sections of a customer's profile as they are stored; a part that is not known is null. */
export const storedProfile = record({
  basic: {
    type: record({
      occupation: fields.optionalText,
      education: fields.optionalText,
      residence: fields.optionalText,
      yearsAtResidence: optionalCount,
      businessMonths: optionalCount,
      industry: fields.optionalText,
    }),
    required: true,
  },
  employment: {
    type: record({ employer: fields.optionalText, position: fields.optionalText, employedMonths: optionalCount }),
    required: true,
  },
  family: { type: record({ maritalStatus: fields.optionalText, dependants: optionalCount }), required: true },
  business: {
    type: record({
      scope: fields.optionalText,
      licenceIssuedOn: fields.optionalDate,
      licenceValidUntil: fields.optionalDate,
      premises: fields.optionalText,
      employees: optionalCount,
    }),
    required: true,
  },
  financial: {
    type: record({
      monthlyIncomeFen: fields.optionalFen,
      monthlyExpenseFen: fields.optionalFen,
      assetsFen: fields.optionalFen,
      liabilitiesFen: fields.optionalFen,
      annualRevenueFen: fields.optionalFen,
      statedLatePayments: optionalCount,
    }),
    required: true,
  },
  debts: {
    type: record({
      otherLoans: optionalCount,
      otherLoansFen: fields.optionalFen,
      monthlyDebtServiceFen: fields.optionalFen,
      guaranteesFen: fields.optionalFen,
    }),
    required: true,
  },
  needs: { type: needs, required: true },
});
