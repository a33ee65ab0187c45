import { ApplicationFile } from './application-file.js';
import { CirculateCase } from './circulate-case.use-case.js';
import { CloseBallots } from './close-ballots.use-case.js';
import { ReportReturns } from './report-returns.js';
import { ReturnReport } from './return-report.use-case.js';
import { CastVote } from './cast-vote.use-case.js';
import { FollowOwner } from './follow-owner.use-case.js';
import { DeclareRecusal } from './declare-recusal.use-case.js';
import { OpenCase } from './open-case.use-case.js';
import { NotePapers } from './note-papers.use-case.js';
import { ProposeTerms } from './propose-terms.use-case.js';
import { RecordProduct } from './record-product.use-case.js';
import { Recusals } from './recusals.js';
import { RecuseMember } from './recuse-member.use-case.js';
import { VetoCase } from './veto-case.use-case.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

export const caseActs = [
  ApplicationFile,
  Recusals,
  ReportReturns,
  ReturnReport,
  CirculateCase,
  CloseBallots,
  OpenCase,
  DeclareRecusal,
  RecuseMember,
  CastVote,
  ProposeTerms,
  VetoCase,
  WithdrawApplication,
  NotePapers,
  FollowOwner,
  RecordProduct,
];
