import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { FileTicket } from '@weilend/files';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { CERTIFICATE_FILES, declaredOf } from '../file-input.js';
import type { FileInput } from '../file-input.js';
import { Team } from '../team.js';

export interface RequestCertificateFileRequest extends FileInput {
  readonly requestKey?: string | null;
  readonly employeeId: string;
}

/** Subject of a certificate's paper before it is recorded: only a certificate of the same person may take it. */
export const HOLDER_SUBJECT = 'certificate-holder';

/** Promises the paper of somebody's certificate and answers with the signed URL to upload it to [6.4]. */
@Injectable()
export class RequestCertificateFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly team: Team,
    private readonly files: Files,
  ) {}

  async execute(actor: Actor, input: RequestCertificateFileRequest): Promise<FileTicket> {
    const fileId = await this.work.once({ operation: 'request-certificate-file', actor, input }, async (tx) => {
      await this.team.requireActive(input.employeeId, 'employeeId', tx);
      const subject = { kind: HOLDER_SUBJECT, id: input.employeeId };
      return this.files.request({ declared: declaredOf(input), subject, policy: CERTIFICATE_FILES }, actor, tx);
    });
    return this.files.uploadTicket(fileId);
  }
}
