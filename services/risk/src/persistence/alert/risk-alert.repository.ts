import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';
import { riskAlertCollection } from './risk-alert.schema.js';

@Injectable()
export class RiskAlerts extends Repository<RiskAlert> {
  constructor(database: Database) {
    super(database, riskAlertCollection, 'risk alert');
  }

  ofSignal(signalId: string, tx: Tx): Promise<RiskAlert | null> {
    return this.findOne({ signalId }, tx);
  }
}
