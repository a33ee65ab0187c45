import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Acknowledgement, CompanyRule } from '../domain/rule/rule.js';
import { acknowledgementCollection, ruleCollection } from './rule.schema.js';

export interface StoredRule extends CompanyRule {
  readonly version: number;
}

export interface StoredAcknowledgement extends Acknowledgement {
  readonly version: number;
}

@Injectable()
export class CompanyRules extends Repository<StoredRule> {
  constructor(database: Database) {
    super(database, ruleCollection, 'rule');
  }

  versionsOf(code: string, tx: Tx): Promise<StoredRule[]> {
    return this.findMany({ code }, tx);
  }
}

@Injectable()
export class Acknowledgements extends Repository<StoredAcknowledgement> {
  constructor(database: Database) {
    super(database, acknowledgementCollection, 'acknowledgement');
  }

  of(ruleId: string, employeeId: string, tx: Tx): Promise<StoredAcknowledgement | null> {
    return this.findOne({ ruleId, employeeId }, tx);
  }
}
