import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { isOpen } from '../domain/investigation/investigation.js';
import type { Investigation } from '../domain/investigation/investigation.js';
import { INVESTIGATION_STATES } from '../domain/investigation/investigation.machine.js';
import { investigationCollection } from './investigation.schema.js';

@Injectable()
export class Investigations extends Repository<Investigation> {
  constructor(database: Database) {
    super(database, investigationCollection, 'investigation');
  }

  /** All rounds of an application, first round first. */
  ofApplication(applicationId: string, tx: Tx): Promise<Investigation[]> {
    return this.findMany({ applicationId }, tx, { sort: { round: 1 } });
  }

  /** The round that is still being worked on, or null. */
  openOf(applicationId: string, tx: Tx): Promise<Investigation | null> {
    return this.findOne({ applicationId, state: { $in: INVESTIGATION_STATES.filter(isOpen) } }, tx);
  }

  /** The latest round, whatever its state, or null. */
  async latestOf(applicationId: string, tx: Tx): Promise<Investigation | null> {
    return (await this.ofApplication(applicationId, tx)).at(-1) ?? null;
  }
}
