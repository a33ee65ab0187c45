import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requestWaiver } from '../../domain/checks/waiver.js';
import type { CheckMethod } from '../../domain/checks/waiver.js';
import { requireInvestigator, withCheck } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';

export interface WaiveCheckRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly method: CheckMethod;
  readonly reason: string;
}

/** Asks to leave a method out, with the reason that the report will show; the risk manager decides; never the site visit or the bureau [4.10]. */
@Injectable()
export class WaiveCheck {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: WaiveCheckRequest): Promise<string> {
    return this.work.once({ operation: 'waive-check', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const waivedBy = employeeIdOf(actor);
      requireInvestigator(investigation, waivedBy);
      const { method, reason } = input;
      const waiver = requestWaiver(investigation, { method, reason, waivedBy, waivedAt: this.clock.now() });
      await this.investigations.save(withCheck(investigation, { waivers: [...investigation.waivers, waiver] }), tx);
      return investigation.id;
    });
  }
}
