import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';
import { OPEN_ALERT_STATES } from '../../domain/alert/risk-alert.machine.js';
import { riskAlertCollection } from './risk-alert.schema.js';

@Injectable()
export class RiskAlerts extends Repository<RiskAlert> {
  constructor(private readonly database: Database) {
    super(database, riskAlertCollection, 'risk alert');
  }

  ofSignal(signalId: string, tx: Tx): Promise<RiskAlert | null> {
    return this.findOne({ signalId }, tx);
  }

  /** The open alert of a rule about a subject. */
  ofOpenKey(openKey: string, tx: Tx): Promise<RiskAlert | null> {
    return this.findOne({ openKey }, tx);
  }

  /** The last alert that a rule raised about a subject, whatever became of it. */
  async lastOfRule(code: string, aboutId: string, tx: Tx): Promise<RiskAlert | null> {
    const [last] = await this.findMany({ 'rule.code': code, aboutId }, tx, { sort: { _id: -1 }, limit: 1 });
    return last ?? null;
  }

  /** An open HIGH alert of a customer, or about a subject whose customer is not known. */
  openHighOf(subjectId: string, tx: Tx): Promise<RiskAlert | null> {
    const about = [{ customerId: subjectId }, { aboutId: subjectId }];
    return this.findOne({ $or: about, level: 'HIGH', state: { $in: [...OPEN_ALERT_STATES] } }, tx);
  }

  /** Open alerts that somebody tracks. */
  trackedBy(employeeId: string, tx: Tx): Promise<RiskAlert[]> {
    return this.findMany({ trackerId: employeeId, state: { $in: [...OPEN_ALERT_STATES] } }, tx);
  }

  /** The alert of whose measure a handoff is. */
  ofMeasureHandoff(handoffId: string, tx: Tx): Promise<RiskAlert | null> {
    return this.findOne({ 'measures.handoffId': handoffId }, tx);
  }

  /** Alerts of whose deadline somebody is to be told by now, the earliest first; `after` are set aside. */
  async toTell(now: Date, limit: number, without: readonly string[]): Promise<string[]> {
    const rows = await this.database
      .collection<Stored>(riskAlertCollection.name)
      .find({ noticeAt: { $type: 'date', $lte: now }, ...(without.length > 0 ? { _id: { $nin: [...without] } } : {}) })
      .sort({ noticeAt: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return rows.map(({ _id }) => _id);
  }
}
