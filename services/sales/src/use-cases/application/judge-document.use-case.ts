import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requireVersion } from '../../domain/application/application.js';
import { requireDesk } from '../../domain/application/desk-acts.js';
import { judge } from '../../domain/application/documents.js';
import { ApplicationDesk } from './application-desk.js';

export interface JudgeDocumentRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly documentId: string;
  readonly isComplete: boolean;
  readonly isTrue: boolean;
  readonly isValid: boolean;
  readonly reason?: string | null;
  readonly expectedVersion?: number | null;
}

/** Gives the three verdicts on one document [4.6]. */
@Injectable()
export class JudgeDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: JudgeDocumentRequest): Promise<string> {
    return this.work.once({ operation: 'judge-document', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      requireVersion(application, input.expectedVersion);
      requireDesk(application.desk, 'judge-document');
      const { isComplete, isTrue, isValid } = input;
      const judgement = { isComplete, isTrue, isValid, reason: input.reason ?? null, by: employeeIdOf(actor), at: this.clock.now() };
      return (
        await this.desk.applications.save({ ...application, documents: judge(application.documents, input.documentId, judgement) }, tx)
      ).id;
    });
  }
}
