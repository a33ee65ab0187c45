import { defineCollection, fields } from '@weilend/mongo';

/** Where loans are paid to; holder and number are encrypted, the blind indexes compare them without reading them. */
export const payeeAccountCollection = defineCollection({
  name: 'payee_accounts',
  fields: {
    customerId: fields.id,
    holderName: fields.text,
    accountNumber: fields.text,
    bankCode: fields.text,
    nameIndex: fields.text,
    accountIndex: fields.text,
    maskedHolder: fields.text,
    maskedAccount: fields.text,
    registeredBy: fields.text,
    registeredAt: fields.instant,
  },
  indexes: [
    {
      name: 'account',
      keys: { customerId: 1, accountIndex: 1 },
      why: 'an account is registered once per customer',
      options: { unique: true },
    },
    { name: 'number', keys: { accountIndex: 1 }, why: 'which customers share an account' },
    { name: 'name', keys: { nameIndex: 1 }, why: 'whose account it may be that money came from' },
  ],
});
