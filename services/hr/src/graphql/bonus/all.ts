import {
  BonusBalanceFieldsResolver,
  BonusClawbackFieldsResolver,
  BonusFieldsResolver,
  BonusReferencesResolver,
  DeferredBonusFieldsResolver,
} from './bonus-fields.resolver.js';
import { BonusFormulaPeopleResolver, BonusFormulaResolver } from './bonus-formula.resolver.js';
import { BonusListsResolver } from './bonus-lists.resolver.js';
import { BonusSimulationResolver, SimulatedBonusResolver } from './bonus-simulation.resolver.js';
import { BalanceOfPerson, BonusFormulaLoader, BonusStatementLoader, DeferredOfStatement } from './bonus.loader.js';
import { BonusResolver } from './bonus.resolver.js';

export const bonusResolvers = [
  BonusResolver,
  BonusListsResolver,
  BonusReferencesResolver,
  BonusFieldsResolver,
  DeferredBonusFieldsResolver,
  BonusClawbackFieldsResolver,
  BonusBalanceFieldsResolver,
  BonusFormulaResolver,
  BonusFormulaPeopleResolver,
  BonusSimulationResolver,
  SimulatedBonusResolver,
];

export const bonusLists = [BonusFormulaLoader, BonusStatementLoader, DeferredOfStatement, BalanceOfPerson];
