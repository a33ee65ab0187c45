import { Injectable } from '@nestjs/common';
import { AccessLog } from '../../persistence/bureau/access-log.repository.js';
import { BureauChannelStates } from '../../persistence/bureau/bureau-channel.repository.js';
import { BureauInquiries } from '../../persistence/bureau/bureau-inquiry.repository.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { ReadSignals } from '../early-warning/read-signals.js';
import { Scoring } from '../scorecard/scoring.js';

/** What the acts about the bureau read and keep, so that their constructors stay short. */
@Injectable()
export class InquiryRecords {
  constructor(
    readonly investigations: Investigations,
    readonly inquiries: BureauInquiries,
    readonly accessLog: AccessLog,
    readonly channel: BureauChannelStates,
    readonly scoring: Scoring,
    readonly signals: ReadSignals,
  ) {}
}
