import { InvestigationWatchResolver, RiskReportWatchResolver } from './watch-flag.resolver.js';
import { WatchLoader, WatchOfApplication } from './watch.loader.js';
import { WatchActsResolver, WatchResolver } from './watch.resolver.js';

export const watchResolvers = [WatchActsResolver, WatchResolver, InvestigationWatchResolver, RiskReportWatchResolver];

export const watchEntities = [WatchLoader];

export const watchLists = [WatchOfApplication];
