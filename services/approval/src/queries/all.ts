import { CaseQueries } from './case/case.queries.js';
import { CommitteeQueries } from './committee/committee.queries.js';
import { DecisionCheckQueries } from './decision/decision-check.queries.js';

export const queries = [CaseQueries, CommitteeQueries, DecisionCheckQueries];
