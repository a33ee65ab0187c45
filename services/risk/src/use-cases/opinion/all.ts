import { GiveRiskOpinion } from './give-risk-opinion.use-case.js';

export const opinionActs = [GiveRiskOpinion];
