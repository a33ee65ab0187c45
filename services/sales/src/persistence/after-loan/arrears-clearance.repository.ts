import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { laterClearance } from '../../domain/after-loan/arrears-task.js';
import type { ArrearsClearance } from '../../domain/after-loan/arrears-task.js';
import { arrearsClearanceCollection } from './arrears-clearance.schema.js';

@Injectable()
export class ArrearsClearances extends Repository<ArrearsClearance> {
  constructor(database: Database) {
    super(database, arrearsClearanceCollection, 'arrears clearance');
  }

  /** Keeps the latest, in whatever order they are heard. */
  async note(heard: Omit<ArrearsClearance, 'version'>, tx: Tx): Promise<void> {
    const known = await this.find(heard.id, tx);
    if (!known) await this.insert({ ...heard, version: 0 }, tx);
    else if (laterClearance(known, heard) !== known) await this.save({ ...known, ...heard }, tx);
  }
}
