import { SearchResolver } from './search.resolver.js';

export const searchResolvers = [SearchResolver];
