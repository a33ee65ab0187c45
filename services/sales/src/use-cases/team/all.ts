import { AssignSalesProblem } from './assign-sales-problem.use-case.js';
import { ChangeSalesPlan } from './change-sales-plan.use-case.js';
import { ConcludeMarketReport } from './conclude-market-report.use-case.js';
import { CorrectMarketReport } from './correct-market-report.use-case.js';
import { CreateSalesPlan } from './create-sales-plan.use-case.js';
import { HandInWorkLog } from './hand-in-work-log.use-case.js';
import { JudgeSalesProblem } from './judge-sales-problem.use-case.js';
import { LogWork } from './log-work.use-case.js';
import { MarkOnTheJob } from './mark-on-the-job.use-case.js';
import { PlanDesk } from './plan-desk.js';
import { PublishSalesPlan } from './publish-sales-plan.use-case.js';
import { RaiseSalesProblem } from './raise-sales-problem.use-case.js';
import { ReceiveJobMark } from './receive-job-mark.use-case.js';
import { ReviewWorkLog } from './review-work-log.use-case.js';
import { SolveSalesProblem } from './solve-sales-problem.use-case.js';
import { WorkLogDesk } from './work-log-desk.js';
import { WriteMarketReport } from './write-market-report.use-case.js';

/** How the team is led: plan, daily work, problems, market. */
export const teamActs = [
  PlanDesk,
  CreateSalesPlan,
  ChangeSalesPlan,
  PublishSalesPlan,
  WorkLogDesk,
  LogWork,
  HandInWorkLog,
  ReviewWorkLog,
  RaiseSalesProblem,
  AssignSalesProblem,
  SolveSalesProblem,
  JudgeSalesProblem,
  WriteMarketReport,
  CorrectMarketReport,
  ConcludeMarketReport,
  ReceiveJobMark,
  MarkOnTheJob,
];
