import { createHash, randomBytes } from 'node:crypto';
import { isId } from '@weilend/kernel';

const SECRET_BYTES = 32;

/** SHA-256, hex: what is kept of a secret. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What the customer gets: which invitation it is, and a secret that nobody can guess. */
export function newSurveyToken(invitationId: string): { token: string; hash: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { token: `${invitationId}.${secret}`, hash: secretHash(secret) };
}

/** Null for what cannot be a token of ours. */
export function readSurveyToken(token: string): { invitationId: string; hash: string } | null {
  const [invitationId, secret, ...rest] = token.split('.');
  if (!invitationId || !secret || rest.length > 0 || token.length > 200 || !isId('svi', invitationId)) return null;
  return { invitationId, hash: secretHash(secret) };
}
