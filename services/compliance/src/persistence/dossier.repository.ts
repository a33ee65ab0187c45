import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { emptyDossier, filePiece } from '../domain/dossier/dossier.js';
import type { Dossier, DossierPiece } from '../domain/dossier/dossier.js';
import { dossierCollection } from './dossier.schema.js';

export interface StoredDossier extends Dossier {
  readonly version: number;
}

@Injectable()
export class Dossiers extends Repository<StoredDossier> {
  constructor(database: Database) {
    super(database, dossierCollection, 'dossier');
  }

  /** Files pieces into the dossier of an application, which begins with its first piece. */
  async file(applicationId: string, pieces: readonly DossierPiece[], tx: Tx): Promise<void> {
    const known = await this.find(applicationId, tx);
    const before = known ?? { ...emptyDossier(applicationId), version: 0 };
    const after = pieces.reduce(filePiece, before);
    if (!known) await this.insert(after, tx);
    else if (after !== before) await this.save(after, tx);
  }
}
