import { defineCollection, fields } from '@weilend/mongo';

const MONTH_S = 31 * 86_400;

/** One signed-in device: a family of refresh tokens of which only the newest is good. */
export const signInCollection = defineCollection({
  name: 'sign_ins',
  fields: {
    employeeId: fields.text,
    /** SHA-256 of the refresh token; the token itself is never stored. */
    tokenHash: fields.text,
    usedHashes: fields.texts,
    startedAt: fields.instant,
    expiresAt: fields.instant,
    revokedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'token', keys: { tokenHash: 1 }, why: 'refresh by token', options: { unique: true } },
    { name: 'used', keys: { usedHashes: 1 }, why: 'a used token that comes back is theft' },
    { name: 'employee', keys: { employeeId: 1, revokedAt: 1 }, why: 'revoke all of a person' },
    { name: 'expiry', keys: { expiresAt: 1 }, why: 'ended sign-ins go after a month', options: { expireAfterSeconds: MONTH_S } },
  ],
});
