import type { BureauReport } from '../../domain/bureau/bureau-report.js';
import type { BureauTrouble } from '../../domain/bureau/bureau-trouble.js';
import type { Circuit } from '../../domain/bureau/circuit.js';

/** One question to a credit bureau. The request id is the same on every attempt: the bureau must answer one id once. */
export interface BureauQuestion {
  readonly requestId: string;
  readonly identityNumber: string;
  readonly consentId: string;
  readonly purpose: string;
}

/** Why there is no report. Holds a code and nothing of what the bureau said: that may repeat whom the question was about. */
export class BureauFailure extends Error {
  constructor(
    readonly code: BureauTrouble,
    /** How long the bureau asks to be left alone. */
    readonly atLeastMs = 0,
  ) {
    super(code);
    this.name = 'BureauFailure';
  }
}

/** A credit bureau (征信机构). Called outside of any transaction. */
export abstract class BureauPort {
  /** Throws BureauFailure with the code of the trouble; anything else is a fault of ours. */
  abstract inquire(question: BureauQuestion): Promise<BureauReport>;

  /** Whether it is being asked at all. */
  circuit(): Circuit {
    return { isOpen: false, probeFrom: null };
  }
}

/** How patiently an unanswered question is asked again; from the configuration. */
export abstract class BureauPatience {
  abstract readonly firstPauseMs: number;
  abstract readonly longestPauseMs: number;
  abstract readonly mostAttempts: number;
}
