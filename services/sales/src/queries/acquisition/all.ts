import { FunnelQueries } from './funnel.queries.js';
import { LeadQueries } from './lead.queries.js';
import { ReferralQueries } from './referral.queries.js';
import { SourceQueries } from './source.queries.js';

/** The read side of how prospects are brought and become customers. */
export const acquisitionQueries = [LeadQueries, SourceQueries, ReferralQueries, FunnelQueries];
