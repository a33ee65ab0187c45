import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkWaiver } from '../../domain/checks/waiver.js';
import type { CheckMethod } from '../../domain/checks/waiver.js';
import { requireInvestigator, withCheck } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { Scoring } from '../scorecard/scoring.js';

export interface WaiveCheckRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly method: CheckMethod;
  readonly reason: string;
}

/** Leaves a method out, with the reason that the report will show; never the site visit or the bureau [4.10]. */
@Injectable()
export class WaiveCheck {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly scoring: Scoring,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: WaiveCheckRequest): Promise<string> {
    return this.work.once({ operation: 'waive-check', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const waivedBy = employeeIdOf(actor);
      requireInvestigator(investigation, waivedBy);
      const waivedAt = this.clock.now();
      const waiver = checkWaiver(investigation, { method: input.method, reason: input.reason, waivedBy, waivedAt });
      const waived = withCheck(investigation, { waivers: [...investigation.waivers, waiver] });
      await this.investigations.save(await this.scoring.assess(waived, waivedAt, tx), tx);
      return investigation.id;
    });
  }
}
