import { DomainError } from '@weilend/kernel';

// One prospect is looked after by one salesperson. A mobile number that an open lead or a customer already has is refused; whoever may see
// the other one is told which it is and may still register the lead when he says why. Others only learn to ask the manager.

/** Somebody who has the number already. */
export interface KnownNumber {
  readonly kind: 'LEAD' | 'CUSTOMER';
  readonly id: string;
  /** True when the one who asks may act on it. */
  readonly inScope: boolean;
}

/**
 * The reason under which a second lead is opened, or null when nobody has the number.
 * Throws DomainError LEAD_EXISTS, LEAD_WITH_COLLEAGUE, CUSTOMER_HAS_PHONE or CUSTOMER_OF_COLLEAGUE.
 */
export function admitNumber(known: readonly KnownNumber[], because: string | null): string | null {
  const [foreign] = known.filter((one) => !one.inScope);
  if (foreign) throw new DomainError(foreign.kind === 'LEAD' ? 'LEAD_WITH_COLLEAGUE' : 'CUSTOMER_OF_COLLEAGUE', {}, 'phone');
  const [first] = known;
  if (!first) return null;
  if (because !== null) return because;
  throw first.kind === 'LEAD'
    ? new DomainError('LEAD_EXISTS', { leadId: first.id }, 'phone')
    : new DomainError('CUSTOMER_HAS_PHONE', { customerId: first.id }, 'phone');
}
