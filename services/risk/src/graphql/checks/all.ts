import { CheckFindingsResolver, PermitChecksResolver, RecordChecksResolver } from './checks.resolver.js';
import { CheckWaiverResolver, ContradictionAnswerResolver, ContradictionResolver, RelatedPartyResolver } from './contradiction.resolver.js';

export const checksResolvers = [
  RecordChecksResolver,
  PermitChecksResolver,
  CheckFindingsResolver,
  ContradictionResolver,
  ContradictionAnswerResolver,
  CheckWaiverResolver,
  RelatedPartyResolver,
];
