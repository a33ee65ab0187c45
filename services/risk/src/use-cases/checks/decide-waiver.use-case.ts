import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { decideWaiver } from '../../domain/checks/waiver.js';
import type { CheckMethod } from '../../domain/checks/waiver.js';
import { withCheck } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { Scoring } from '../scorecard/scoring.js';

export interface DecideWaiverRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly method: CheckMethod;
  readonly approve: boolean;
  readonly note?: string | null;
}

/** The risk manager agrees that a method is left out, or does not; never on his own wish, never as one of the two [4.10]. */
@Injectable()
export class DecideWaiver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly scoring: Scoring,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DecideWaiverRequest): Promise<string> {
    return this.work.once({ operation: 'decide-waiver', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const { method, approve } = input;
      const at = this.clock.now();
      const waivers = decideWaiver(investigation, { method, approve, by: employeeIdOf(actor), at, note: input.note ?? null });
      await this.investigations.save(await this.scoring.assess(withCheck(investigation, { waivers }), at, tx), tx);
      return investigation.id;
    });
  }
}
