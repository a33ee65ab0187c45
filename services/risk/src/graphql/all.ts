import { alertEntities, alertLists, alertResolvers } from './alert/all.js';
import { bureauResolvers } from './bureau/all.js';
import { checksResolvers } from './checks/all.js';
import { warningRuleEntities, warningRuleResolvers } from './early-warning/all.js';
import { investigationEntities, investigationLists, investigationResolvers } from './investigation/all.js';
import { opinionResolvers } from './opinion/all.js';
import { reportEntities, reportLists, reportResolvers } from './report/all.js';
import { scorecardEntities, scorecardResolvers } from './scorecard/all.js';
import { watchEntities, watchLists, watchResolvers } from './watch/all.js';

/** Resolvers of the subgraph. */
export const riskResolvers = [
  ...bureauResolvers,
  ...checksResolvers,
  ...investigationResolvers,
  ...opinionResolvers,
  ...alertResolvers,
  ...reportResolvers,
  ...scorecardResolvers,
  ...watchResolvers,
  ...warningRuleResolvers,
];

/** Entities that other departments refer to. */
export const riskLoaders = [
  ...investigationEntities,
  ...alertEntities,
  ...reportEntities,
  ...watchEntities,
  ...warningRuleEntities,
  ...scorecardEntities,
];

/** Lists by a foreign id, for the resolvers. */
export const riskListLoaders = [...investigationLists, ...alertLists, ...reportLists, ...watchLists];
