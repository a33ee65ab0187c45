import { describe, expect, it } from '@jest/globals';
import { contactOfSales } from './sales-contact.js';

const heldAt = new Date('2026-03-02T02:00:00Z');

describe('[7.4] what sales said to a late customer', () => {
  it.each<[string, string, boolean]>([
    ['PHONE', 'CALL', true],
    ['IN_PERSON', 'VISIT', false],
    ['MESSAGE', 'MESSAGE', false],
    ['LETTER', 'LETTER', false],
    ['PIGEON', 'MESSAGE', false],
  ])('%s is a %s, and a call counts by voice: %s', (way, channel, effectiveVoice) => {
    expect(contactOfSales({ way, result: 'CALL_BACK', heldAt })).toMatchObject({
      channel,
      effectiveVoice,
      whom: 'DEBTOR',
      tookPlaceAt: heldAt,
    });
  });

  it.each([
    ['DISPUTED', 'DISPUTED'],
    ['REFUSED_TO_PAY', 'REFUSED_TO_PAY'],
    ['SOMETHING_NEW', 'DELIVERED'],
  ])('the result %s is kept as %s', (told, kept) => {
    expect(contactOfSales({ way: 'PHONE', result: told, heldAt }).result).toBe(kept);
  });
});
