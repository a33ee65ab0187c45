import { defineCollection, fields, oneOf } from '@weilend/mongo';

export const certificateCollection = defineCollection({
  name: 'training_certificates',
  fields: {
    employeeId: fields.id,
    sessionId: fields.optionalText,
    title: fields.text,
    institution: fields.text,
    /** Encrypted: with the number, anybody can ask the institution about the person. */
    number: fields.text,
    numberIndex: fields.text,
    issuedOn: fields.date,
    expiresOn: fields.optionalDate,
    fileId: fields.optionalText,
    state: oneOf(['VALID', 'RENEWED']),
    renewedById: fields.optionalText,
    remindedDays: { type: Number, default: null },
    recordedBy: fields.text,
    recordedAt: fields.instant,
    openedBy: fields.optionalText,
    openedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'number', keys: { numberIndex: 1 }, why: 'an institution gives a number once [6.4]', options: { unique: true } },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: 'the certificates of a person' },
    { name: 'expiring', keys: { state: 1, expiresOn: 1, _id: 1 }, why: 'what runs out, the nearest first, for the list and the reminders' },
    { name: 'session', keys: { sessionId: 1 }, why: 'the certificates that came of a training' },
  ],
});
