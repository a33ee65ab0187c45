import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { expired } from '../../domain/contract/contract.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { DraftAnnouncement } from './draft-announcement.js';

const BATCH = 100;
const ACTOR = { kind: 'service', service: 'sales' } as const;

/**
 * Ends drafts whose last day to sign has passed, one transaction each; what was signed or replaced meanwhile stays as it is, and one that
 * cannot be ended does not hold the others up [2.12].
 */
@Injectable()
export class ExpireDrafts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly announcement: DraftAnnouncement,
    private readonly clock: BusinessClock,
  ) {}

  /** Returns how many expired. */
  async execute({ isStopping, onTrouble }: SweepWatch): Promise<number> {
    const today = this.clock.today();
    const setAside = new Set<string>();
    let ended = 0;
    for (;;) {
      const ids = await this.contracts.overdueIds(today, [...setAside], BATCH);
      for (const id of ids) {
        if (isStopping()) return ended;
        try {
          ended += await this.expireOne(id, today);
        } catch (error) {
          setAside.add(id);
          onTrouble(id, error);
        }
      }
      if (ids.length < BATCH) return ended;
    }
  }

  private expireOne(id: string, today: LocalDate): Promise<number> {
    return this.work.run({ actor: ACTOR, operation: 'expire-draft' }, async (tx) => {
      const contract = await this.contracts.get(id, tx);
      const after = expired(contract, today, { by: actorRef(ACTOR), at: this.clock.now() });
      if (after === contract) return 0;
      await this.contracts.save(after, tx);
      await this.announcement.dropped(after, 'nobody signed it in time', tx);
      return 1;
    });
  }
}
