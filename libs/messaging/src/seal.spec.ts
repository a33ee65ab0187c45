import { expect, test } from '@jest/globals';
import { ForgedJob, MessageSeal } from './seal.js';

const seal = new MessageSeal(Buffer.alloc(32, 1));
const job = seal.close({ id: 'msg_1', amount: 5 }, 'handoffs-finance');

test('what was sealed opens, for its queue only', () => {
  expect(seal.open(job, 'handoffs-finance')).toEqual({ id: 'msg_1', amount: 5 });
  expect(() => seal.open(job, 'handoffs-risk')).toThrow(ForgedJob);
});

test.each<[string, unknown]>([
  ['a changed body', { ...job, body: job.body.replace('5', '6') }],
  ['no seal', { body: job.body }],
  ['an empty seal', { ...job, seal: '' }],
  ['a seal of another installation', new MessageSeal(Buffer.alloc(32, 2)).close({ id: 'msg_1' }, 'handoffs-finance')],
  ['a bare message', { id: 'msg_1', amount: 5 }],
  ['nothing', null],
  ['text', 'x'],
])('%s is forged', (_name, forged) => {
  expect(() => seal.open(forged, 'handoffs-finance')).toThrow(ForgedJob);
});
