import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { ApplicationStages } from '../../persistence/projection.repository.js';

/** Keeps which papers lay in an application's file, by their hashes alone: a second look needs one that did not [4.12]. */
@Injectable()
export class NotePapers {
  constructor(private readonly stages: ApplicationStages) {}

  async apply({ applicationId, documentHashes = [] }: EventData<'sales.application-submitted.v1'>, tx: Tx): Promise<void> {
    const known = (await this.stages.find(applicationId, tx))?.documentHashes ?? [];
    await this.stages.note(applicationId, { documentHashes: [...new Set([...known, ...documentHashes])] }, tx);
  }
}
