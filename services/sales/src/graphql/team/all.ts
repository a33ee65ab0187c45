import { JobMarkResolver } from './job-mark.resolver.js';
import { MarketReportActsResolver } from './market-report-acts.resolver.js';
import { PlanActsResolver } from './plan-acts.resolver.js';
import { planResolvers } from './plan.resolver.js';
import { ProblemActsResolver } from './problem-acts.resolver.js';
import { problemResolvers } from './problem.resolver.js';
import { MarketReportLoader, SalesPlanLoader, SalesProblemLoader, WorkLogLoader } from './team.loader.js';
import { WorkLogActsResolver } from './work-log-acts.resolver.js';
import { workLogResolvers } from './work-log.resolver.js';

export const teamResolvers = [
  ...planResolvers,
  PlanActsResolver,
  ...workLogResolvers,
  WorkLogActsResolver,
  ...problemResolvers,
  ProblemActsResolver,
  MarketReportActsResolver,
  JobMarkResolver,
];
export const teamLists = [SalesPlanLoader, WorkLogLoader, SalesProblemLoader, MarketReportLoader];
