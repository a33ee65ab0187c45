import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { ApplicationStages } from '../../persistence/projection.repository.js';

/** Keeps which papers lie in an application's file, and which of them were handed in, by their hashes: a second look needs one that was not [4.12]. */
@Injectable()
export class NotePapers {
  constructor(private readonly stages: ApplicationStages) {}

  handedIn({ applicationId, documentHashes = [] }: EventData<'sales.application-submitted.v1'>, tx: Tx): Promise<void> {
    return this.stages.noteSeen(applicationId, documentHashes, tx);
  }

  attached({ applicationId, fileId, sha256 }: EventData<'sales.document-attached.v1'>, tx: Tx): Promise<void> {
    return this.stages.noteFiled(applicationId, { fileId, sha256 }, tx);
  }
}
