import type { Measure } from '../../domain/alert/measure.js';
import { refer, referOrNull } from '../references.type.js';

/** A measure as the graph shows it. */
export function measureView({ ownerId, decidedBy, target, check, lifted, ...measure }: Measure) {
  const { loanId, customerId } = target;
  return {
    ...{ ...measure, owner: refer(ownerId), decidedBy: refer(decidedBy), loanId, customer: referOrNull(customerId) },
    ...{ effect: check?.effect ?? null, evidence: check?.evidence ?? null, liftedAt: lifted?.at ?? null },
  };
}
