import { defineCollection, fields } from '@weilend/mongo';
import { SIGN_IN_ENDS } from '../../domain/sign-in/sign-in.js';

const MONTH_S = 31 * 86_400;

/** One signed-in device: a family of refresh tokens of which only the newest is good. */
export const signInCollection = defineCollection({
  name: 'sign_ins',
  fields: {
    employeeId: fields.text,
    device: fields.optionalText,
    /** SHA-256 of the refresh token; the token itself is never stored. */
    tokenHash: fields.text,
    usedHashes: fields.texts,
    startedAt: fields.instant,
    lastUsedAt: fields.instant,
    expiresAt: fields.instant,
    revokedAt: fields.optionalInstant,
    endedBecause: { type: String, default: null, enum: [...SIGN_IN_ENDS, null] },
  },
  indexes: [
    { name: 'token', keys: { tokenHash: 1 }, why: 'refresh by token', options: { unique: true } },
    { name: 'used', keys: { usedHashes: 1 }, why: 'a used token that comes back is theft' },
    { name: 'employee', keys: { employeeId: 1, revokedAt: 1 }, why: 'revoke all of a person' },
    { name: 'employeePage', keys: { employeeId: 1, _id: -1 }, why: 'the sign-ins of a person, newest first' },
    { name: 'expiry', keys: { expiresAt: 1 }, why: 'ended sign-ins go after a month', options: { expireAfterSeconds: MONTH_S } },
  ],
});
