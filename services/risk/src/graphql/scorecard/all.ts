import { ScoreResolver } from './score.resolver.js';
import { ScorecardLoader } from './scorecard.loader.js';
import { ScorecardProposalResolver, ScorecardUseResolver } from './scorecard.resolver.js';

export const scorecardResolvers = [ScorecardProposalResolver, ScorecardUseResolver, ScoreResolver];

export const scorecardEntities = [ScorecardLoader];
