import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { expired } from '../../domain/contract/contract.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';

const BATCH = 100;
const ACTOR = { kind: 'service', service: 'sales' } as const;

/** Ends drafts whose last day to sign has passed, one transaction each; what was signed or replaced meanwhile stays as it is [2.12]. */
@Injectable()
export class ExpireDrafts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly clock: BusinessClock,
  ) {}

  /** Returns how many expired; stops after one batch, the next pass takes the rest. */
  async execute(): Promise<number> {
    const today = this.clock.today();
    const due = await this.work.run({ actor: ACTOR, operation: 'find-overdue-drafts' }, (tx) => this.contracts.overdue(today, BATCH, tx));
    let ended = 0;
    for (const { id } of due) {
      const done = await this.work.run({ actor: ACTOR, operation: 'expire-draft' }, async (tx) => {
        const contract = await this.contracts.get(id, tx);
        const after = expired(contract, today, { by: actorRef(ACTOR), at: this.clock.now() });
        if (after !== contract) await this.contracts.save(after, tx);
        return after !== contract;
      });
      if (done) ended += 1;
    }
    return ended;
  }
}
