import { BusinessClock } from '@weilend/kernel';
import { BureauPort } from '../use-cases/bureau/bureau.port.js';
import type { BureauQuestion } from '../use-cases/bureau/bureau.port.js';
import type { BureauReport } from '../domain/bureau/bureau-inquiry.js';

/** From this sequence number on the simulated borrower is in serious delinquency. */
const ADVERSE_FROM = 900;

/**
 * A bureau for demos, stories and tests. Its answer follows from the 15th to 17th character of the identity number alone, read as a
 * number n of 000..999 (a letter of a unified credit code counts as 0), so that everybody can foretell it:
 * - n >= 900: current serious delinquency, 3 delinquencies in 24 months, score 300 + (999 - n), so 300..399;
 * - n < 900: no serious delinquency, 1 delinquency in 24 months from n = 700 on, score 850 - floor(n / 2), so 401..850;
 * - open credits n mod 4, inquiries in 6 months n mod 6.
 */
export class SimulatedBureau extends BureauPort {
  constructor(private readonly clock: BusinessClock) {
    super();
  }

  async inquire({ identityNumber }: BureauQuestion): Promise<BureauReport> {
    const sequence = Number(identityNumber.slice(14, 17).replace(/\D/g, '0'));
    const adverse = sequence >= ADVERSE_FROM;
    return {
      score: adverse ? 300 + (999 - sequence) : 850 - Math.floor(sequence / 2),
      currentSeriousDelinquency: adverse,
      delinquenciesIn24Months: adverse ? 3 : sequence >= 700 ? 1 : 0,
      openCredits: sequence % 4,
      inquiriesIn6Months: sequence % 6,
      reportedOn: this.clock.today(),
    };
  }
}
