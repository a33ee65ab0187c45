import { defineCollection, fields } from '@weilend/mongo';

/** Where people of the company are paid, under the employee's id; holder and number are encrypted. */
export const salaryAccountCollection = defineCollection({
  name: 'salary_accounts',
  fields: {
    holderName: fields.text,
    accountNumber: fields.text,
    bankCode: fields.text,
    maskedHolder: fields.text,
    maskedAccount: fields.text,
    registeredBy: fields.text,
    registeredAt: fields.instant,
  },
});
