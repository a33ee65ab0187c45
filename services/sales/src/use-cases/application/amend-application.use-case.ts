import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { amendAsk, requireVersion } from '../../domain/application/application.js';
import { requireDesk } from '../../domain/application/desk-acts.js';
import { ApplicationDesk } from './application-desk.js';
import { askChange } from './ask-request.js';
import type { AskRequest } from './ask-request.js';

export interface AmendApplicationRequest extends AskRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  /** The version that who edits has read. */
  readonly expectedVersion?: number | null;
}

/** Changes what is asked for, while the customer still prepares his application [4.4, 4.7]. */
@Injectable()
export class AmendApplication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
  ) {}

  execute(actor: Actor, input: AmendApplicationRequest): Promise<string> {
    return this.work.once({ operation: 'amend-application', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      requireVersion(application, input.expectedVersion);
      requireDesk(application.desk, 'amend');
      return (await this.desk.applications.save({ ...application, ask: amendAsk(application.ask, askChange(input)) }, tx)).id;
    });
  }
}
