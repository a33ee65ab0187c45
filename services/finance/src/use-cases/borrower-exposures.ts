import { Injectable } from '@nestjs/common';
import { BusinessClock, parseRate } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { checkConcentration, lend, release, repay, reserve } from '../domain/exposure/concentration.js';
import type { ConcentrationLimit, Exposure } from '../domain/exposure/concentration.js';
import { Exposures } from '../persistence/exposure.repository.js';

/** The balance of a borrower and the limit in force; every change writes the borrower's row, so that payments at once conflict [1.2, G7]. */
@Injectable()
export class BorrowerExposures {
  constructor(
    private readonly exposures: Exposures,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError CONCENTRATION_EXCEEDED when the amount does not fit; changes nothing. */
  async check(customerId: string, amountFen: Fen, tx: Tx): Promise<void> {
    checkConcentration(await this.exposures.of(customerId, tx), amountFen, await this.limit());
  }

  /** Throws DomainError CONCENTRATION_EXCEEDED. */
  async reserve(customerId: string, amountFen: Fen, tx: Tx): Promise<void> {
    const limit = await this.limit();
    await this.change(customerId, (exposure) => reserve(exposure, amountFen, limit), tx);
  }

  async release(customerId: string, amountFen: Fen, tx: Tx): Promise<void> {
    await this.change(customerId, (exposure) => release(exposure, amountFen), tx);
  }

  /** True when it is the borrower's first loan. */
  async lend(customerId: string, amountFen: Fen, tx: Tx): Promise<boolean> {
    const after = await this.change(customerId, (exposure) => lend(exposure, amountFen), tx);
    return after.loans === 1;
  }

  async repay(customerId: string, principalFen: Fen, tx: Tx): Promise<void> {
    await this.change(customerId, (exposure) => repay(exposure, principalFen), tx);
  }

  private async change(customerId: string, apply: (exposure: Exposure) => Exposure, tx: Tx): Promise<Exposure> {
    const exposure = await this.exposures.of(customerId, tx);
    return this.exposures.put({ ...exposure, ...apply(exposure) }, tx);
  }

  private async limit(): Promise<ConcentrationLimit> {
    const today = this.clock.today();
    return {
      share: parseRate(await this.parameters.text('concentration.single-borrower', today)),
      netAssetsFen: await this.parameters.number('concentration.net-assets', today),
    };
  }
}
