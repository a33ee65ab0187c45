import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { startCheck } from '../../domain/application/first-check.js';
import { ApplicationDesk } from './application-desk.js';

export interface StartCheckRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
}

/** Begins the first check of what was handed in [4.6]. */
@Injectable()
export class StartCheck {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: StartCheckRequest): Promise<string> {
    return this.work.once({ operation: 'start-check', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      return (await this.desk.applications.save(startCheck(application, this.clock.now()), tx)).id;
    });
  }
}
