import { AskBureau } from './ask-bureau.use-case.js';
import { CallOffBureauInquiry } from './call-off-bureau-inquiry.use-case.js';
import { InquireBureau } from './inquire-bureau.use-case.js';
import { InquiryRecords } from './inquiry-records.js';
import { InquirySignal } from './inquiry-signal.js';
import { RetryBureauInquiry } from './retry-bureau-inquiry.use-case.js';
import { RevealBureauReport } from './reveal-bureau-report.use-case.js';

export const bureauActs = [
  AskBureau,
  CallOffBureauInquiry,
  InquireBureau,
  InquiryRecords,
  InquirySignal,
  RetryBureauInquiry,
  RevealBureauReport,
];
