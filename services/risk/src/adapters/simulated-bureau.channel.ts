import { BusinessClock } from '@weilend/kernel';
import type { BureauReport } from '../domain/bureau/bureau-report.js';
import type { BureauTrouble } from '../domain/bureau/bureau-trouble.js';
import { BureauFailure, BureauPort } from '../use-cases/bureau/bureau.port.js';
import type { BureauQuestion } from '../use-cases/bureau/bureau.port.js';
import { sequenceOf, simulatedReport } from './simulated-report.js';

/** What a simulated bureau can be made to do wrong, and the trouble that the department sees. */
const FAULTS = {
  down: 'UNREACHABLE',
  error: 'BUREAU_ERROR',
  slow: 'TIMED_OUT',
  late: 'TIMED_OUT',
  garbage: 'GARBAGE',
  'other-person': 'OTHER_PERSON',
  'other-request': 'OTHER_REQUEST',
  busy: 'BUSY',
  unsigned: 'BAD_SIGNATURE',
  stranger: 'NOT_AUTHORISED',
  refused: 'REFUSED',
} as const satisfies Record<string, BureauTrouble>;
type FaultName = keyof typeof FAULTS;

/** A fault for the borrowers with a sequence; null strikes at everybody. */
export interface SimulatedFault {
  readonly sequence: number | null;
  readonly fault: FaultName;
  /** Attempts of one request that it strikes at; the next one is answered. Null strikes at all. */
  readonly times: number | null;
}

const FAULT = /^(\d{3}|\*):([a-z-]+)(?:x([1-9]\d?))?$/;
const BUSY_FOR_MS = 5_000;
/** Requests whose attempts are counted; a demo asks fewer. */
const MOST_REMEMBERED = 10_000;

/** `013:slow,*:downx2`: sequence or all, fault, and at how many attempts it strikes. Throws TypeError naming the entry that is not one. */
export function parseFaults(text: string): readonly SimulatedFault[] {
  const entries = text.split(',').filter((entry) => entry.trim() !== '');
  return entries.map((entry) => {
    const [, sequence, fault, times] = FAULT.exec(entry.trim()) ?? [];
    if (fault === undefined || !Object.hasOwn(FAULTS, fault))
      throw new TypeError(`"${entry.trim()}" is no fault: write 013:slow or *:downx2 with one of ${Object.keys(FAULTS).join(', ')}`);
    return {
      sequence: sequence === '*' ? null : Number(sequence),
      fault: fault as FaultName,
      times: times ? Number(times) : fault === 'late' ? 1 : null,
    };
  });
}

/** A bureau for demos, stories and tests: the report follows from the identity number (simulatedReport), its faults from the configuration. */
export class SimulatedBureau extends BureauPort {
  private readonly attempts = new Map<string, number>();

  constructor(
    private readonly clock: BusinessClock,
    private readonly faults: readonly SimulatedFault[] = [],
  ) {
    super();
  }

  async inquire({ requestId, identityNumber }: BureauQuestion): Promise<BureauReport> {
    const attempt = this.countAttempt(requestId);
    const sequence = sequenceOf(identityNumber);
    const struck = this.faults.find((one) => (one.sequence ?? sequence) === sequence && attempt <= (one.times ?? attempt));
    if (struck) throw new BureauFailure(FAULTS[struck.fault], struck.fault === 'busy' ? BUSY_FOR_MS : 0);
    return simulatedReport(identityNumber, this.clock.today());
  }

  private countAttempt(requestId: string): number {
    if (this.faults.length === 0) return 1;
    const attempt = (this.attempts.get(requestId) ?? 0) + 1;
    if (this.attempts.size >= MOST_REMEMBERED) this.attempts.clear();
    this.attempts.set(requestId, attempt);
    return attempt;
  }
}
