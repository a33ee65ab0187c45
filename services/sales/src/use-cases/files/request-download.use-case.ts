import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { FileSubject, StoredFile } from '@weilend/files';
import { BusinessClock, canonicalHash, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { ApplicationDesk } from '../application/application-desk.js';
import { CustomerDesk } from '../customer/customer-desk.js';

export interface RequestDownloadRequest {
  readonly fileId: string;
  readonly reason: string;
}

/** Lets somebody read a file for a reason; papers are personal data, so compliance is told [3.7]. */
@Injectable()
export class RequestDownload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: Files,
    private readonly applications: ApplicationDesk,
    private readonly customers: CustomerDesk,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RequestDownloadRequest): Promise<string> {
    const viewerId = employeeIdOf(actor);
    return this.work.run({ operation: 'request-download', actor }, async (tx) => {
      const customerId = await this.customerOf(actor, input.fileId, tx);
      const reason = requireReason(input.reason);
      const seen = { customerId, viewerId, reason, fields: [`file:${input.fileId}`], viewedAt: this.clock.now().toISOString() };
      await this.outbox.add(event('sales.personal-data-viewed.v1', customerId, seen), tx);
      tx.wrote('personal_data_views', customerId, canonicalHash(seen));
      return input.fileId;
    });
  }

  private async customerOf(actor: Actor, fileId: string, tx: Tx): Promise<string> {
    const file = await this.files.find(fileId);
    const about = file && aboutOf(file);
    if (!about) throw new DomainError('NOT_FOUND', { noun: 'file', id: fileId });
    if (about.kind === 'customer') return (await this.customers.read(actor, about.id, tx)).id;
    return (await this.applications.read(actor, about.id, tx)).customerId;
  }
}

/** What a file is about; a paper that was uploaded before its customer had a file is about him once it is taken. */
export function aboutOf({ subject, attachedTo }: StoredFile): FileSubject | null {
  return subject.kind === 'employee' ? attachedTo : subject;
}
