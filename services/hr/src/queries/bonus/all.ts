import { BonusFormulaQueries } from './bonus-formula.queries.js';
import { BonusPapers } from './bonus-papers.queries.js';
import { BonusQueries } from './bonus.queries.js';

export const bonusQuestions = [BonusQueries, BonusFormulaQueries, BonusPapers];
