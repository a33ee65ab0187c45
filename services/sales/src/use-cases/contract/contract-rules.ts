import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import { signDueOn } from '../../domain/contract/contract.js';
import type { ReadingRules } from '../../domain/contract/reading-time.js';

const READING = ['contract.reading-speed', 'contract.reading-floor', 'recording.least-seconds'] as const;

/** The numbers of policy that a contract and its signing are measured by, as in force today. */
@Injectable()
export class ContractRules {
  constructor(
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async reading(): Promise<ReadingRules> {
    const values = await this.parameters.texts([...READING], this.clock.today());
    return {
      charactersPerMinute: Number(values['contract.reading-speed']),
      floorSeconds: Number(values['contract.reading-floor']),
      leastRecordingSeconds: Number(values['recording.least-seconds']),
    };
  }

  /** Last day to sign what is drafted today on an approval that holds until a day. */
  async signDueOn(validUntil: LocalDate | null): Promise<LocalDate> {
    const today = this.clock.today();
    return signDueOn(today, await this.parameters.number('contract.sign-within', today), validUntil);
  }

  /** From this amount on a contract is reviewed before it is signed, in fen. */
  reviewFrom(): Promise<number> {
    return this.parameters.number('contract.review-from', this.clock.today());
  }

  /** Days for which a draft may still be signed after its text was replaced. */
  templateGrace(): Promise<number> {
    return this.parameters.number('contract.template-grace', this.clock.today());
  }

  /** Years for which recordings are kept after the loan has ended. */
  retentionYears(): Promise<number> {
    return this.parameters.number('retention.recording-years', this.clock.today());
  }
}
