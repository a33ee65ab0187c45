import { CONTACT_RESULTS } from './collection-contact.js';
import type { ContactChannel, ContactClaim, ContactResult } from './collection-contact.js';

// A contact that the customer's own salesperson had about his arrears (销售催告记录). It took place, so it is written down whatever the hour was, and counts
// with the others: a debtor whom sales has called today is called by a collector once less.

const CHANNELS: Readonly<Record<string, ContactChannel>> = { PHONE: 'CALL', IN_PERSON: 'VISIT', MESSAGE: 'MESSAGE', LETTER: 'LETTER' };

export interface SalesWord {
  /** How sales spoke with him, in its own words. */
  readonly way: string;
  readonly result: string;
  readonly heldAt: Date;
}

/** What finance keeps of it; a word that finance does not know is kept as the least that it can mean. */
export function contactOfSales({ way, result, heldAt }: SalesWord): Omit<ContactClaim, 'promise'> {
  const channel = CHANNELS[way] ?? 'MESSAGE';
  const known = CONTACT_RESULTS.find((one) => one === result) ?? ('DELIVERED' satisfies ContactResult);
  return {
    ...{ channel, whom: 'DEBTOR', tookPlaceAt: heldAt, result: known, effectiveVoice: channel === 'CALL' },
    ...{ personName: null, guaranteeRef: null, thirdPartyReason: null },
  };
}
