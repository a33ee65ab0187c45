import { businessDateOf } from './local-date.js';
import type { LocalDate } from './local-date.js';

/** The company's clock. Tokens, leases, locks and request keys never use it: they run on wall time. */
export abstract class BusinessClock {
  abstract now(): Date;

  /** Business date in Asia/Shanghai. */
  today(): LocalDate {
    return businessDateOf(this.now());
  }
}
