import { CheckFindingsResolver, PermitChecksResolver, RecordChecksResolver } from './checks.resolver.js';

export const checksResolvers = [RecordChecksResolver, PermitChecksResolver, CheckFindingsResolver];
