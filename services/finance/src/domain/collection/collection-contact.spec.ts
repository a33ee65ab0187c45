import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { checkContact } from './collection-contact.js';
import type { ContactClaim, ContactFacts } from './collection-contact.js';

const rules = { quiet: { from: '22:00', to: '08:00' }, voicePerDay: 3 };
const at = (time: string): Date => new Date(`${time}+08:00`);
const facts: ContactFacts = {
  now: at('2026-03-02T18:00:00'),
  overdueSince: parseLocalDate('2026-02-15'),
  conversations: 2,
  refusedBefore: false,
};
const call: ContactClaim = {
  channel: 'CALL',
  whom: 'DEBTOR',
  tookPlaceAt: at('2026-03-02T10:00:00'),
  result: 'CALL_BACK',
  effectiveVoice: true,
  personName: null,
  guaranteeRef: null,
  thirdPartyReason: null,
  promise: null,
};
const promise = { amountFen: 100, byOn: parseLocalDate('2026-03-10') };
const guarantor = { whom: 'GUARANTOR', personName: '李四', guaranteeRef: '保证合同 2026-17' } as const;
const other: Partial<ContactClaim> = {
  ...({ whom: 'OTHER', personName: '王五', thirdPartyReason: 'DEBTOR_NOT_ANSWERING' } as const),
  ...({ result: 'MESSAGE_LEFT', effectiveVoice: false } as const),
};
const check = (claim: Partial<ContactClaim>, change: Partial<ContactFacts> = {}) =>
  checkContact({ ...call, ...claim }, { ...facts, ...change }, rules);

describe('[7.4] a contact that may be written down', () => {
  it.each<[string, Partial<ContactClaim>, Partial<ContactFacts>]>([
    ['a call to the debtor', {}, {}],
    ['of this very moment', { tookPlaceAt: facts.now }, {}],
    ['of the first day on which the loan was late', { tookPlaceAt: at('2026-02-16T08:00:00') }, {}],
    ['with a promise', { result: 'PROMISED', promise }, {}],
    ['to a guarantor', guarantor, {}],
    ['to a guarantor who promises', { ...guarantor, result: 'PROMISED', promise }, {}],
    ['to a guarantor who once refused: he is bound by his contract', guarantor, { refusedBefore: true }],
    ['to somebody else when the debtor does not answer', other, {}],
    ['a letter on the day of three conversations', { channel: 'LETTER', result: 'DELIVERED', effectiveVoice: false }, { conversations: 3 }],
    ['a call to a guarantor on such a day', guarantor, { conversations: 3 }],
  ])('%s', (_title, claim, change) => expect(() => check(claim, change)).not.toThrow());
});

describe('[7.4] a contact that is refused', () => {
  it.each<[string, Partial<ContactClaim>, Partial<ContactFacts>, string]>([
    ['of a moment to come', { tookPlaceAt: at('2026-03-02T18:00:01') }, {}, 'CONTACT_IN_FUTURE'],
    ['on the due day', { tookPlaceAt: at('2026-02-15T12:00:00') }, {}, 'CONTACT_BEFORE_OVERDUE'],
    ['before the due day', { tookPlaceAt: at('2026-01-31T12:00:00') }, {}, 'CONTACT_BEFORE_OVERDUE'],
    ['a call at night', { tookPlaceAt: at('2026-03-01T22:00:00') }, {}, 'CONTACT_QUIET_HOURS'],
    ['a message at dawn', { channel: 'SMS', effectiveVoice: false, tookPlaceAt: at('2026-03-02T07:59:59') }, {}, 'CONTACT_QUIET_HOURS'],
    ['a fourth conversation', {}, { conversations: 3 }, 'CONTACT_DAILY_MAXIMUM'],
    ['a fourth call that nobody answers', { effectiveVoice: false, result: 'NOT_REACHED' }, { conversations: 3 }, 'CONTACT_DAILY_MAXIMUM'],
    ['a guarantor without his contract', { ...guarantor, guaranteeRef: null }, {}, 'CONTACT_GUARANTEE_MISSING'],
    ['a guarantor with a blank contract', { ...guarantor, guaranteeRef: ' ' }, {}, 'CONTACT_GUARANTEE_MISSING'],
    ['a guarantor without a name', { ...guarantor, personName: null }, {}, 'CONTACT_INVALID'],
    ['a guarantor with a reason', { ...guarantor, thirdPartyReason: 'DEBTOR_MOVED_AWAY' }, {}, 'CONTACT_INVALID'],
    ['somebody else without a reason', { ...other, thirdPartyReason: null }, {}, 'CONTACT_REASON_MISSING'],
    ['somebody else without a name', { ...other, personName: ' ' }, {}, 'CONTACT_INVALID'],
    ['somebody else with a guarantee', { ...other, guaranteeRef: '1' }, {}, 'CONTACT_INVALID'],
    ['somebody else who refused before', other, { refusedBefore: true }, 'CONTACT_PERSON_REFUSED'],
    ['somebody else who is asked for the money', { ...other, result: 'REFUSED_TO_PAY' }, {}, 'CONTACT_INVALID'],
    ['somebody else who promises', { ...other, result: 'PROMISED', promise }, {}, 'CONTACT_INVALID'],
    ['the debtor by another name', { personName: '李四' }, {}, 'CONTACT_INVALID'],
    ['the debtor with a reason', { thirdPartyReason: 'DEBTOR_MOVED_AWAY' }, {}, 'CONTACT_INVALID'],
    ['the debtor who refuses contact', { result: 'REFUSED_CONTACT' }, {}, 'CONTACT_INVALID'],
    ['a conversation by letter', { channel: 'LETTER' }, {}, 'CONTACT_INVALID'],
    ['a conversation with nobody', { result: 'NOT_REACHED' }, {}, 'CONTACT_INVALID'],
    ['a promise without one', { result: 'PROMISED' }, {}, 'CONTACT_INVALID'],
    ['a promise with another result', { promise }, {}, 'CONTACT_INVALID'],
  ])('%s', (_title, claim, change, code) => expect(() => check(claim, change)).toThrow(code));
});
