import { describe, expect, it, test } from '@jest/globals';
import { answerRequest, receiveRequest, wordsForOthers } from './information-requests.js';
import type { InformationAnswer, InformationRequest } from './information-requests.js';

const at = new Date('2026-11-23T08:00:00Z');
const asked: InformationRequest = {
  ...{ id: 'irq_2', handoffId: 'hof_2', question: 'Who pays the rent?', askedAt: at, dueAt: new Date('2026-11-24T08:00:00Z') },
  answer: null,
};
const answer: InformationAnswer = { answered: true, text: 'His brother does.', by: 'emp_1', at };

describe('[7.2] questions of the investigators', () => {
  test('stand once each, in the order in which they were asked, whatever came first', () => {
    const earlier = { ...asked, id: 'irq_3', askedAt: new Date(at.getTime() - 1) };
    const same = { ...asked, id: 'irq_1' };
    const all = [asked, earlier, same, asked].reduce<readonly InformationRequest[]>(receiveRequest, []);
    expect(all.map((one) => one.id)).toEqual(['irq_3', 'irq_1', 'irq_2']);
  });

  test('are answered once; the answer names the work that it completes', () => {
    const { requests, handoffId } = answerRequest([asked], 'irq_2', answer);
    expect({ requests, handoffId }).toEqual({ requests: [{ ...asked, answer }], handoffId: 'hof_2' });
  });

  it.each<[string, readonly InformationRequest[], string]>([
    ['that nobody asked', [], 'irq_2'],
    ['with another id', [asked], 'irq_1'],
    ['that is answered', [{ ...asked, answer }], 'irq_2'],
    ['that was sent back', [{ ...asked, answer: { ...answer, answered: false } }], 'irq_2'],
  ])('a question %s is not answered', (_title, requests, id) => {
    expect(() => answerRequest(requests, id, answer)).toThrow(expect.objectContaining({ code: 'INFORMATION_REQUEST_UNKNOWN' }));
  });
});

describe('[3.7] words for another department', () => {
  it.each<[string, string]>([
    ['rent of 2500.00 a month since 2019-03-01', 'rent of 2500.00 a month since 2019-03-01'],
    ['  三个月流水 1,200,000 元  ', '三个月流水 1,200,000 元'],
  ])('"%s" may go', (text, kept) => {
    expect(wordsForOthers(text, 'reply')).toBe(kept);
  });

  it.each<[string, string]>([
    ['', 'REASON_REQUIRED'],
    ['  ok ', 'REASON_REQUIRED'],
    ['call 13800138000', 'PERSONAL_NUMBER_IN_TEXT'],
    ['call 138 0013 8000', 'PERSONAL_NUMBER_IN_TEXT'],
    ['account 6222-0212-3456-7890', 'PERSONAL_NUMBER_IN_TEXT'],
    ['his number is 110105194912310021', 'PERSONAL_NUMBER_IN_TEXT'],
  ])('"%s" is refused', (text, code) => {
    expect(() => wordsForOthers(text, 'reply')).toThrow(expect.objectContaining({ code, field: 'reply' }));
  });
});
