import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { expire } from '../../domain/enquiry/proposal.js';
import { Proposals } from '../../persistence/enquiry/enquiry.repository.js';

const SALES: Actor = { kind: 'service', service: 'sales' };
const BATCH = 200;

/** Writes down which prices ran out, so that they leave the lists of what is open; nobody could take them since their last day [4.3]. */
@Injectable()
export class ExpireProposals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly proposals: Proposals,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns how many ran out */
  async execute({ isStopping, onTrouble }: SweepWatch): Promise<number> {
    const today = this.clock.today();
    const setAside = new Set<string>();
    let done = 0;
    for (;;) {
      const ids = await this.proposals.runOut(today, [...setAside], BATCH);
      for (const id of ids) {
        if (isStopping()) return done;
        try {
          done += await this.expireOne(id, today);
        } catch (error) {
          setAside.add(id);
          onTrouble(id, error);
        }
      }
      if (ids.length < BATCH) return done;
    }
  }

  /** Each by itself: one that somebody changes meanwhile is decided again, one that cannot be written does not hold the others up. */
  private expireOne(id: string, today: ReturnType<BusinessClock['today']>): Promise<number> {
    return this.work.run({ actor: SALES, operation: 'expire-proposal' }, async (tx) => {
      const proposal = await this.proposals.get(id, tx);
      const expired = expire(proposal, today);
      if (expired === proposal) return 0;
      await this.proposals.save(expired, tx);
      return 1;
    });
  }
}
