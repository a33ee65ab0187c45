import { describe, expect, it, test } from '@jest/globals';
import { askSales, isLate, nextReplyDueAt, noteReply, questionFor, waitingFor, waitingReasons } from './information-request.js';
import type { InformationReply, InformationRequest } from './information-request.js';
import type { Investigation } from './investigation.js';
import type { InvestigationState } from './investigation.machine.js';

const at = new Date('2026-11-23T08:00:00Z');
const later = new Date('2026-11-24T08:00:00Z');
const request: InformationRequest = {
  ...{ requestId: 'irq_1', handoffId: 'hof_1', question: 'Who pays the rent of the shop?', askedBy: 'emp_1', askedAt: at, dueAt: later },
  reply: null,
};
const reply: InformationReply = { kind: 'ANSWERED', text: 'The landlord is his brother.', by: 'emp_2', at: later };
const inState = (state: InvestigationState, informationRequests: readonly InformationRequest[] = []): Investigation =>
  ({ id: 'inv_1', state, informationRequests }) as unknown as Investigation;

describe('[7.2] a question to sales while the investigation runs on', () => {
  test.each<[InvestigationState]>([['ASSIGNED'], ['INVESTIGATING']])('is asked in %s', (state) => {
    expect(askSales(inState(state), request)).toMatchObject({ state: 'INVESTIGATING', informationRequests: [request] });
  });

  test('may be asked again once it was answered', () => {
    const answered = noteReply(inState('INVESTIGATING', [request]), 'hof_1', reply);
    expect(askSales(answered, { ...request, handoffId: 'hof_2' }).informationRequests).toHaveLength(2);
  });

  it.each<[string, () => unknown, string]>([
    ['before anybody is assigned', () => askSales(inState('OPENED'), request), 'ILLEGAL_TRANSITION'],
    ['after the report', () => askSales(inState('FINALISED'), request), 'ILLEGAL_TRANSITION'],
    ['after the return', () => askSales(inState('RETURNED'), request), 'ILLEGAL_TRANSITION'],
    ['after the withdrawal', () => askSales(inState('WITHDRAWN'), request), 'ILLEGAL_TRANSITION'],
    [
      'twice at a time',
      () => askSales(inState('INVESTIGATING', [request]), { ...request, requestId: 'irq_2' }),
      'INFORMATION_ALREADY_ASKED',
    ],
    ['without words', () => questionFor('  '), 'TEXT_MISSING'],
    ['in one word', () => questionFor('why'), 'TEXT_MISSING'],
    ['[3.7] with a telephone number', () => questionFor('who has 13800001111?'), 'PERSONAL_NUMBER_IN_TEXT'],
  ])('is refused %s', (_title, ask, code) => {
    expect(ask).toThrow(expect.objectContaining({ code }));
  });
});

describe('[7.2] the reply stands beside the question', () => {
  test.each<[InvestigationState]>([['INVESTIGATING'], ['FINALISED'], ['RETURNED'], ['WITHDRAWN']])('also when it comes in %s', (state) => {
    expect(noteReply(inState(state, [request]), 'hof_1', reply)).toMatchObject({ state, informationRequests: [{ reply }] });
  });

  test.each<[string, readonly InformationRequest[], string]>([
    ['nothing was asked', [], 'hof_1'],
    ['other work is meant', [request], 'hof_2'],
    ['it was answered before', [{ ...request, reply }], 'hof_1'],
  ])('changes nothing when %s', (_title, requests, handoffId) => {
    const investigation = inState('INVESTIGATING', requests);
    expect(noteReply(investigation, handoffId, { ...reply, kind: 'RETURNED' })).toBe(investigation);
  });

  test.each<[string, InformationReply | null, Date, boolean]>([
    ['waits in time', null, at, false],
    ['waits to the last moment', null, later, false],
    ['waits too long', null, new Date(later.getTime() + 1), true],
    ['came in time', reply, new Date('2027-01-01T00:00:00Z'), false],
    ['came late', { ...reply, at: new Date(later.getTime() + 1) }, later, true],
  ])('a question that %s: late %4$s', (_title, given, now, late) => {
    expect(isLate({ ...request, reply: given }, now)).toBe(late);
  });
});

describe('[8.6] what the investigation waits for', () => {
  const waits = { ...request, waiting: { reason: 'nothing goes on without the lease' } };
  const earlier = { ...request, requestId: 'irq_2', handoffId: 'hof_2', dueAt: at };
  const answered = { ...waits, reply };

  it.each<[string, InformationRequest[], string[], Date | null]>([
    ['nothing asked', [], [], null],
    ['a question beside the work', [request], [], later],
    ['a question without which it stops', [waits], [waits.waiting.reason], later],
    ['one of each', [waits, earlier], [waits.waiting.reason], at],
    ['answered', [answered], [], null],
    ['answered, another one open', [answered, earlier], [], at],
  ])('%s', (_name, informationRequests, reasons, due) => {
    expect([waitingReasons({ informationRequests }), nextReplyDueAt({ informationRequests })]).toEqual([reasons, due]);
  });

  test('without a reason nothing stops', () => {
    expect([waitingFor(null), waitingFor(' the lease is missing ')]).toEqual([null, { reason: 'the lease is missing' }]);
  });

  it.each([
    ['', 'TEXT_MISSING'],
    ['why', 'TEXT_MISSING'],
    ['ask 13800001111', 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses the reason %j', (reason, code) => {
    expect(() => waitingFor(reason)).toThrow(expect.objectContaining({ code, field: 'pauseReason' }));
  });
});
