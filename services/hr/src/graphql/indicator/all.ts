import { FactRebuildLoader } from './indicator.loader.js';
import { FiguresRatesResolver, IndicatorResolver } from './indicator.resolver.js';

export const indicatorResolvers = [IndicatorResolver, FiguresRatesResolver];

export const indicatorLists = [FactRebuildLoader];
