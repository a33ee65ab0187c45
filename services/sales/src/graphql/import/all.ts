import { ImportRunLoader } from './import.loader.js';
import { ImportActsResolver, ImportedRowResolver, ImportProblemResolver, ImportRunResolver } from './import.resolver.js';

export const importResolvers = [ImportActsResolver, ImportRunResolver, ImportProblemResolver, ImportedRowResolver];
export const importLists = [ImportRunLoader];
