import { TOKEN_RULES } from '@weilend/contracts';
import type { Role } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { Department, EmployeeActor } from '@weilend/kernel';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';

/** A signing key as hr has one, for tests that need tokens without hr. */
export interface TestKey {
  readonly jwk: JWK;
  readonly privateKey: CryptoKey;
}

export async function testKey(): Promise<TestKey> {
  const { publicKey, privateKey } = await generateKeyPair(TOKEN_RULES.algorithm, { extractable: true });
  return { jwk: { ...(await exportJWK(publicKey)), kid: 'test-key', alg: TOKEN_RULES.algorithm, use: 'sig' }, privateKey };
}

/** An access token of a person, good for `seconds`. */
export async function testToken(key: TestKey, actor: EmployeeActor, seconds = 900): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ department: actor.department, roles: [...actor.roles] })
    .setProtectedHeader({ alg: TOKEN_RULES.algorithm, kid: 'test-key' })
    .setIssuer(TOKEN_RULES.issuer)
    .setAudience(TOKEN_RULES.audience)
    .setSubject(actor.employeeId)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(key.privateKey);
}

/** A person of the company with one or more roles. */
export function person(department: Department | null, ...roles: Role[]): EmployeeActor {
  return { kind: 'employee', employeeId: newId('emp'), department, roles };
}
