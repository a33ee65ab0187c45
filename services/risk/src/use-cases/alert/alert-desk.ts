import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { alertDue } from '../../domain/alert/alert-deadline.js';
import { raiseAlert } from '../../domain/alert/risk-alert.js';
import type { NewAlert, RiskAlert } from '../../domain/alert/risk-alert.js';
import { AlertPolicy } from '../../persistence/alert/alert-policy.js';
import { RiskAlerts } from '../../persistence/alert/risk-alert.repository.js';
import { WatchDesk } from '../watch/watch-desk.js';
import { alertEscalated, alertRaised } from './alert-facts.js';
import type { EscalationCause } from './alert-facts.js';
import { AlertSubjects } from './alert-subjects.js';

/** What all acts on alerts share: each raised or moved alert has its next deadline, a HIGH one is under watch and known to everybody. */
@Injectable()
export class AlertDesk {
  constructor(
    readonly alerts: RiskAlerts,
    private readonly subjects: AlertSubjects,
    private readonly policy: AlertPolicy,
    private readonly watch: WatchDesk,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** Inserts an alert with its deadline and says so; what is known of its subject stands on it [7.1]. */
  async raise(news: NewAlert, tx: Tx): Promise<RiskAlert> {
    const known = await this.subjects.of(news.aboutId, tx);
    const applicationId = news.applicationId ?? known.applicationId;
    const loanId = news.loanId ?? known.loanId;
    const alert = raiseAlert({ ...news, applicationId, loanId, customerId: news.customerId ?? known.customerId });
    const due = alertDue(alert.state, alert.level, this.clock.now(), await this.policy.on(this.clock.today()));
    const inserted = await this.alerts.insert({ ...alert, ...due }, tx);
    if (inserted.level === 'HIGH') await this.watch.enterForAlert(inserted, tx);
    await this.outbox.add(alertRaised(inserted), tx);
    return inserted;
  }

  /** Saves an alert after an act: a new step or level has its own deadline, one that became HIGH goes under watch and further. */
  async moved(before: RiskAlert, after: RiskAlert, tx: Tx): Promise<RiskAlert> {
    const isStep = before.state !== after.state || before.measures.length !== after.measures.length;
    const since = isStep ? this.clock.now() : after.stepSince;
    const due =
      isStep || before.level !== after.level ? alertDue(after.state, after.level, since, await this.policy.on(this.clock.today())) : {};
    const saved = await this.alerts.save({ ...after, ...due }, tx);
    if (before.level === 'HIGH' || after.level !== 'HIGH') return saved;
    await this.watch.enterForAlert(saved, tx);
    return this.escalate(saved, 'RAISED_TO_HIGH', tx);
  }

  /** The time of the present step begins anew: a measure did not work, another one is owed. */
  async again(alert: RiskAlert, tx: Tx): Promise<RiskAlert> {
    const due = alertDue('ASSESSED', alert.level, this.clock.now(), await this.policy.on(this.clock.today()));
    return this.alerts.save({ ...alert, ...due }, tx);
  }

  /** Tells those above; a HIGH one becomes a meeting of the departments there. */
  async escalate(alert: RiskAlert, cause: EscalationCause, tx: Tx): Promise<RiskAlert> {
    const counted = await this.alerts.save({ ...alert, escalationNo: alert.escalationNo + 1 }, tx);
    await this.outbox.add(alertEscalated(counted, cause), tx);
    return counted;
  }
}
