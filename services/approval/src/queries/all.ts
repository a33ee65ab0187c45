import { CaseQueries } from './case/case.queries.js';
import { CommitteeQueries } from './committee/committee.queries.js';

export const queries = [CaseQueries, CommitteeQueries];
