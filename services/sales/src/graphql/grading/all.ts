import { ScorecardResolver } from './scorecard.resolver.js';

export const gradingResolvers = [ScorecardResolver];
