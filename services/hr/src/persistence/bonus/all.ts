import { BonusFormulas } from './bonus-formula.repository.js';
import { BonusBalances, BonusClawbacks, BonusLoans, BonusParts } from './bonus-loan.repository.js';
import { BonusStatements, DeferredBonuses } from './bonus-statement.repository.js';
import {
  bonusBalanceCollection,
  bonusClawbackCollection,
  bonusFormulaCollection,
  bonusLoanCollection,
  bonusPartCollection,
  bonusStatementCollection,
  deferredBonusCollection,
  toldDayCollection,
} from './bonus.schema.js';
import { Placements } from './placement.repository.js';
import { SettledSheets, SheetFacts } from './settled-sheet.repository.js';
import { ToldDays } from './told-day.repository.js';

export const bonusRecords = [
  BonusFormulas,
  BonusStatements,
  DeferredBonuses,
  BonusLoans,
  BonusParts,
  BonusClawbacks,
  BonusBalances,
  SettledSheets,
  SheetFacts,
  Placements,
  ToldDays,
];

export const bonusCollections = [
  bonusFormulaCollection,
  bonusStatementCollection,
  bonusPartCollection,
  deferredBonusCollection,
  bonusClawbackCollection,
  bonusBalanceCollection,
  bonusLoanCollection,
  toldDayCollection,
];
