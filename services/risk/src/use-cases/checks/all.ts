import { AnswerContradiction } from './answer-contradiction.use-case.js';
import { DecideWaiver } from './decide-waiver.use-case.js';
import { RecordDataAnalysis } from './record-data-analysis.use-case.js';
import { RecordPhoneVerification } from './record-phone-verification.use-case.js';
import { RecordSiteVisit } from './record-site-visit.use-case.js';
import { RequestSitePhoto } from './request-site-photo.use-case.js';
import { RevealSitePhoto } from './reveal-site-photo.use-case.js';
import { WaiveCheck } from './waive-check.use-case.js';

export const checksActs = [
  AnswerContradiction,
  DecideWaiver,
  RecordDataAnalysis,
  RecordPhoneVerification,
  RecordSiteVisit,
  RequestSitePhoto,
  RevealSitePhoto,
  WaiveCheck,
];
