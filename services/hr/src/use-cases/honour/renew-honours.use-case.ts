import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import type { Honour } from '../../domain/honour/honour.js';
import { HONOURS } from '../../domain/honour/honour-rule.js';
import { proposalKey } from '../../persistence/honour/honour.repository.js';
import { HonourDesk } from './honour-desk.js';
import { ProposeHonour } from './propose-honour.use-case.js';

const MACHINE: Actor = { kind: 'service', service: 'hr' };
/** A year and the quarter before it: what was closed longer ago was proposed then. */
const QUARTERS_BACK = 5;
const MOST_WAITING = 50;

/**
 * The machine's part in honours [5.9]: once a quarter is closed for the whole company its honours are proposed, and with the fourth those of its year. A
 * list that moved on while it waited, by a violation or because somebody left, is made anew.
 */
@Injectable()
export class RenewHonours {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: HonourDesk,
    private readonly proposals: ProposeHonour,
  ) {}

  /** @returns how many were proposed */
  async proposeClosed(watch: SweepWatch): Promise<number> {
    const closed = await this.desk.lastClosed(QUARTERS_BACK);
    const periods = closed.flatMap((quarter) => (quarter.endsWith('Q4') ? [quarter, quarter.slice(0, 4)] : [quarter]));
    const known = await this.desk.honours.proposedAmong(periods);
    const lacking = periods
      .flatMap((period) => HONOURS.map((honour) => ({ honour, period })))
      .filter((one) => !known.has(proposalKey(one)));
    return this.each(lacking, watch);
  }

  /** @returns of how many the list had moved on */
  async renewWaiting(watch: SweepWatch): Promise<number> {
    return this.each(await this.desk.honours.waiting(MOST_WAITING), watch);
  }

  private async each(some: readonly Pick<Honour, 'honour' | 'period'>[], { isStopping, onTrouble }: SweepWatch): Promise<number> {
    let written = 0;
    for (const one of some) {
      if (isStopping()) break;
      try {
        if (await this.propose(one)) written += 1;
      } catch (error) {
        // Without a rule, or of a year that is not closed: nothing to propose yet.
        if (!(error instanceof DomainError)) onTrouble(proposalKey(one), error);
      }
    }
    return written;
  }

  private propose(one: Pick<Honour, 'honour' | 'period'>): Promise<boolean> {
    return this.work.run(
      { actor: MACHINE, operation: 'propose-honour' },
      async (tx) => (await this.proposals.list(one, MACHINE, tx)).isNew,
    );
  }
}
