import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { noFacts } from '../domain/disbursement/application-facts.js';
import type { ApplicationFacts } from '../domain/disbursement/application-facts.js';
import { applicationFactsCollection } from './application-facts.schema.js';

@Injectable()
export class FactsOfApplications extends Repository<ApplicationFacts> {
  constructor(database: Database) {
    super(database, applicationFactsCollection, 'application');
  }

  async of(applicationId: string, tx: Tx): Promise<ApplicationFacts> {
    return (await this.find(applicationId, tx)) ?? noFacts(applicationId);
  }

  /** Always writes, so that whoever decides on the facts conflicts with whoever changes them. */
  async put(facts: ApplicationFacts, tx: Tx): Promise<ApplicationFacts> {
    return facts.version === 0 ? this.insert(facts, tx) : this.save(facts, tx);
  }
}
