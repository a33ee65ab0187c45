import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { requireInScope, requireReadable } from '../../persistence/sales-scope.js';

/** Loads an application for somebody who may serve it. */
@Injectable()
export class ApplicationDesk {
  constructor(readonly applications: Applications) {}

  /** Throws DomainError NOT_FOUND, also for another salesperson's application [3.7]. */
  async get(actor: Actor, applicationId: string, tx: Tx): Promise<LoanApplication> {
    const application = await this.applications.get(applicationId, tx);
    requireInScope(actor, application.salespersonId, { noun: 'application', id: applicationId });
    return application;
  }

  /** To look, not to act: throws DomainError NOT_FOUND likewise. */
  async read(actor: Actor, applicationId: string, tx: Tx): Promise<LoanApplication> {
    const application = await this.applications.get(applicationId, tx);
    requireReadable(actor, application.salespersonId, { noun: 'application', id: applicationId });
    return application;
  }
}
