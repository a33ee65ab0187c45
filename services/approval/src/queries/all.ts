import { CaseQueries } from './case/case.queries.js';
import { CommitteeQueries } from './committee/committee.queries.js';
import { ApprovalPapers } from './decision/approval-papers.queries.js';
import { RegisterQueries } from './decision/register.queries.js';
import { DashboardQueries } from './worklist/dashboard.queries.js';
import { WorklistQueries } from './worklist/worklist.queries.js';

export const queries = [CaseQueries, CommitteeQueries, RegisterQueries, WorklistQueries, DashboardQueries, ApprovalPapers];
