import type { BureauReport } from '../../domain/bureau/bureau-inquiry.js';

/** One question to a credit bureau. The request id is the same on every attempt: the bureau must answer one id once. */
export interface BureauQuestion {
  readonly requestId: string;
  readonly identityNumber: string;
  readonly consentId: string;
  readonly purpose: string;
}

/** The bureau said no for good: asking again would get the same answer. Every other error means "try again". */
export class BureauRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'BureauRefused';
  }
}

/** A credit bureau (征信机构). Called outside of any transaction. */
export abstract class BureauPort {
  /** Throws BureauRefused, or any other error when the bureau could not be reached or understood. */
  abstract inquire(question: BureauQuestion): Promise<BureauReport>;
}
