import { AskBureau } from './ask-bureau.use-case.js';
import { InquireBureau, InquiryRecords } from './inquire-bureau.use-case.js';
import { InquirySignal } from './inquiry-signal.js';
import { RevealBureauReport } from './reveal-bureau-report.use-case.js';

export const bureauActs = [AskBureau, InquiryRecords, InquireBureau, InquirySignal, RevealBureauReport];
