import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { FilePolicy, FileSubject } from '@weilend/files';
import { BusinessClock, DomainError, employeeIdOf, isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { ApplicationDesk } from '../application/application-desk.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { importSubject } from '../import/import-file.js';

export const UPLOAD_PURPOSES = ['DOCUMENT', 'CONSENT', 'RECORDING', 'EVIDENCE', 'IDENTITY_EVIDENCE', 'IMPORT'] as const;
export type UploadPurpose = (typeof UPLOAD_PURPOSES)[number];

export interface RequestUploadRequest {
  readonly requestKey?: string | null;
  /** An application; a customer for a consent or for evidence of who he is; oneself for evidence of somebody who has no file yet; nothing for a list. */
  readonly aboutId?: string | null;
  readonly purpose: UploadPurpose;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

const MEGABYTE = 1_048_576;
const PAPER: FilePolicy = { maxBytes: 20 * MEGABYTE, contentTypes: ['image/*', 'application/pdf', 'text/plain', 'text/csv'] };
const LISTS: FilePolicy['contentTypes'] = ['text/csv', 'text/plain', 'application/vnd.ms-excel'];
const RECORDING: FilePolicy = { maxBytes: 500 * MEGABYTE, contentTypes: ['audio/*', 'video/*'] };

/** Promises a place for a file and gives its id; the bytes go past the graph to a signed URL [4.5, 4.18]. */
@Injectable()
export class RequestUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: Files,
    private readonly applications: ApplicationDesk,
    private readonly customers: CustomerDesk,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RequestUploadRequest): Promise<string> {
    return this.work.once({ operation: 'request-upload', actor, input }, async (tx) => {
      const subject = await this.subjectOf(actor, input, tx);
      const { fileName, contentType, sizeBytes, sha256 } = input;
      const policy = await this.policyOf(input.purpose);
      return this.files.request({ declared: { fileName, contentType, sizeBytes, sha256 }, subject, policy }, actor, tx);
    });
  }

  private async policyOf(purpose: UploadPurpose): Promise<FilePolicy> {
    if (purpose !== 'IMPORT') return purpose === 'RECORDING' ? RECORDING : PAPER;
    return { maxBytes: await this.parameters.number('import.max-bytes', this.clock.today()), contentTypes: LISTS };
  }

  private async subjectOf(actor: Actor, { aboutId, purpose }: RequestUploadRequest, tx: Tx): Promise<FileSubject> {
    const self = employeeIdOf(actor);
    if (purpose === 'IMPORT') return importSubject(self);
    if (purpose === 'IDENTITY_EVIDENCE' && aboutId === self) return { kind: 'employee', id: aboutId };
    const isCustomers = purpose === 'CONSENT' || purpose === 'IDENTITY_EVIDENCE';
    const kind = isCustomers ? 'customer' : 'application';
    const wanted = isCustomers ? 'cus' : 'app';
    if (!aboutId || !isId(wanted, aboutId))
      throw new DomainError('INPUT_INVALID', { problem: `a ${purpose} is about a ${kind}` }, 'aboutId');
    await (kind === 'customer' ? this.customers.get(actor, aboutId, tx) : this.applications.get(actor, aboutId, tx));
    return { kind, id: aboutId };
  }
}
