import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { DeclaredFile, FilePolicy, FileSubject } from '@weilend/files';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';

export interface RequestStatementUploadRequest extends DeclaredFile {
  readonly requestKey?: string | null;
}

/** What files of banks are uploaded for: none of them is taken for anything else. */
export const STATEMENT_SUBJECT: FileSubject = { kind: 'bank-statement', id: 'finance' };
const POLICY: FilePolicy = { maxBytes: 5_242_880, contentTypes: ['text/csv', 'text/plain', 'application/vnd.ms-excel'] };

/** Promises a place for a file of a bank; its bytes go past the graph to a signed URL [5.3]. */
@Injectable()
export class RequestStatementUpload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: Files,
  ) {}

  execute(actor: Actor, input: RequestStatementUploadRequest): Promise<string> {
    return this.work.once({ operation: 'request-statement-upload', actor, input }, (tx) => {
      const { requestKey: _requestKey, ...declared } = input;
      return this.files.request({ declared, subject: STATEMENT_SUBJECT, policy: POLICY }, actor, tx);
    });
  }
}
