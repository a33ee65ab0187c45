import { createHmac, timingSafeEqual } from 'node:crypto';

export type FileOperation = 'put' | 'get';

/** What a signature promises: one operation on one file, until a moment, up to a size. */
export interface FileGrant {
  readonly operation: FileOperation;
  readonly department: string;
  readonly fileId: string;
  /** Wall time, whole seconds since 1970; tokens never run on the business clock. */
  readonly expiresAtS: number;
  /** Largest body in bytes; 0 for downloads. */
  readonly maxBytes: number;
}

export type GrantProblem = 'MALFORMED' | 'BAD_SIGNATURE' | 'EXPIRED';
export type GrantCheck = { readonly ok: true; readonly grant: FileGrant } | { readonly ok: false; readonly problem: GrantProblem };

const MIN_SECRET_BYTES = 32;
const WHOLE = /^\d{1,15}$/;

/** Signs and checks file URLs with one secret (HMAC-SHA-256). Throws TypeError for a secret below 32 bytes. */
export class FileUrls {
  private readonly secret: Buffer;

  constructor(
    secret: string,
    /** Address before `/files/…`, e.g. the gateway's; empty gives a path. */
    private readonly baseUrl = '',
  ) {
    this.secret = Buffer.from(secret);
    if (this.secret.length < MIN_SECRET_BYTES)
      throw new TypeError(`the file URL secret has ${this.secret.length} bytes, at least ${MIN_SECRET_BYTES} are needed`);
  }

  /** The URL that carries the grant. */
  sign(grant: FileGrant): string {
    const query = new URLSearchParams({
      op: grant.operation,
      exp: String(grant.expiresAtS),
      max: String(grant.maxBytes),
      sig: this.signature(grant),
    });
    return `${this.baseUrl}/files/${grant.department}/${grant.fileId}?${query.toString()}`;
  }

  /** Checks what a request carries. The signature is compared in constant time and before the expiry is told. */
  check(
    request: { operation: FileOperation; department: string; fileId: string; query: Readonly<Record<string, unknown>> },
    nowMs: number,
  ): GrantCheck {
    const { op, exp, max, sig } = request.query;
    if (
      op !== request.operation ||
      typeof exp !== 'string' ||
      typeof max !== 'string' ||
      typeof sig !== 'string' ||
      !WHOLE.test(exp) ||
      !WHOLE.test(max)
    ) {
      return { ok: false, problem: 'MALFORMED' };
    }
    const { operation, department, fileId } = request;
    const grant: FileGrant = { operation, department, fileId, expiresAtS: Number(exp), maxBytes: Number(max) };
    if (!equal(this.signature(grant), sig)) return { ok: false, problem: 'BAD_SIGNATURE' };
    return grant.expiresAtS * 1_000 > nowMs ? { ok: true, grant } : { ok: false, problem: 'EXPIRED' };
  }

  private signature(grant: FileGrant): string {
    const text = [grant.operation, grant.department, grant.fileId, grant.expiresAtS, grant.maxBytes].join('\n');
    return createHmac('sha256', this.secret).update(text).digest('base64url');
  }
}

function equal(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
