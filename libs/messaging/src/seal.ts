import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What lies in a queue: the message as text and its seal. */
export interface SealedJob {
  readonly body: string;
  readonly seal: string;
}

/** A job that nobody of the company put into the queue: it is never applied. */
export class ForgedJob extends Error {
  constructor() {
    super('the job carries no valid seal: somebody wrote into Redis who is not one of our services');
    this.name = 'ForgedJob';
  }
}

/** Seals what goes into Redis (HMAC-SHA-256), so that writing a job there is not enough to act as a department. */
export class MessageSeal {
  private readonly key: Buffer;

  /** `secret`: 32 bytes that all services of one installation share; the sealing key is derived from it. */
  constructor(secret: Buffer) {
    this.key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'weilend message seal', 32));
  }

  close(message: object, purpose: string): SealedJob {
    const body = JSON.stringify(message);
    return { body, seal: this.sign(body, purpose).toString('base64url') };
  }

  /** The message of a sealed job. Throws ForgedJob when the seal is absent, wrong or of another purpose. */
  open(job: unknown, purpose: string): unknown {
    const { body, seal } = (job ?? {}) as Partial<SealedJob>;
    if (typeof body !== 'string' || typeof seal !== 'string') throw new ForgedJob();
    const expected = this.sign(body, purpose);
    const given = Buffer.from(seal, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ForgedJob();
    return JSON.parse(body) as unknown;
  }

  /** The purpose (queue name) is part of what is sealed: a job cannot be moved to another queue. */
  private sign(body: string, purpose: string): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}\n${body}`).digest();
  }
}
