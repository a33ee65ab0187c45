import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's defaults (19 MiB, 2 passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** A hash of no password, so that an unknown employee costs the same time as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$0000000000000000000000000000000000000000000';

export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  try {
    return (await verify(passwordHash ?? NOBODY, password)) && passwordHash !== null;
  } catch {
    return false;
  }
}
