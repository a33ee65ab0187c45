import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import {
  matterOfAlert,
  matterOfAmount,
  matterOfEscalation,
  matterOfInspection,
  matterOfViolation,
  matterOfWatch,
} from '../../domain/meetings/major-matter.js';
import type { AlertFacts, EscalationFacts, LargeDecision, MajorMatter } from '../../domain/meetings/major-matter.js';
import { CompanyTime } from '../company-time.js';
import { ConveneMeeting } from '../convene-meeting/convene-meeting.use-case.js';

/** What is too serious to wait for a deadline calls its departments together at once, and once [8.3]. */
@Injectable()
export class CallMajorMatter {
  constructor(
    private readonly conveneMeeting: ConveneMeeting,
    private readonly time: CompanyTime,
  ) {}

  ofAlert(alert: AlertFacts, tx: Tx): Promise<void> {
    return this.call(matterOfAlert(alert), tx);
  }

  ofEscalation(alert: EscalationFacts, tx: Tx): Promise<void> {
    return this.call(matterOfEscalation(alert), tx);
  }

  ofWatch(watch: Parameters<typeof matterOfWatch>[0], tx: Tx): Promise<void> {
    return this.call(matterOfWatch(watch), tx);
  }

  ofInspection(inspection: { inspectionId: string; verdict: string; applicationId: string }, tx: Tx): Promise<void> {
    return this.call(matterOfInspection(inspection), tx);
  }

  ofViolation(violation: { violationId: string; severity: string }, tx: Tx): Promise<void> {
    return this.call(matterOfViolation(violation), tx);
  }

  async ofAmount(decision: LargeDecision, at: Date, tx: Tx): Promise<void> {
    const thresholdFen = await this.time.whenPublished(() => this.time.majorAmountFen(at));
    return this.call(matterOfAmount(decision, thresholdFen), tx);
  }

  private async call(matter: MajorMatter | null, tx: Tx): Promise<void> {
    if (matter) await this.time.whenPublished(() => this.conveneMeeting.forCause(matter, [], tx));
  }
}
