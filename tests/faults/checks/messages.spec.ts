import { describe, expect, test } from '@jest/globals';
import type { ReadEvent } from '../readers/reader-file.ts';
import { deliveredOnce } from './deliveries.ts';
import { logged, oneLateWork, twoDepartments } from './facts.builder.ts';
import type { DepartmentFacts, Facts } from './facts.ts';
import { lanesInOrder } from './lanes.ts';
import { readerAgrees } from './readers-agree.ts';
import { nothingLeaked } from './secrecy.ts';

const [sales, finance] = twoDepartments();

describe('I3: delivered once', () => {
  test('holds', () => {
    expect(deliveredOnce([sales, finance])).toEqual({ checked: 2, lost: 0, doubled: 0, problems: [] });
  });

  const row = finance.inbox[0]!;
  test.each<[string, Partial<DepartmentFacts>, string]>([
    ['a message that never came', { inbox: [row] }, 'never got msg_2'],
    ['a message of nobody', { inbox: [...finance.inbox, { ...row, _id: 'msg_9' }] }, 'got msg_9, which nobody sent'],
    ['a message that was set aside', { inbox: [row, { ...row, _id: 'msg_2', state: 'dead' }] }, 'msg_2 is dead'],
    ['a message whose effect is there twice', { audit: [...finance.audit, finance.audit[0]!] }, 'did msg_1 2 times'],
  ])('is broken by %s', (_title, change, said) => {
    expect(deliveredOnce([sales, { ...finance, ...change }]).problems.join('\n')).toContain(said);
  });
});

describe('I4: lanes in order', () => {
  const steps = [1, 2].map((applied) => ({ department: 'finance', lane: 'sales:app_1', applied }));
  const good: Pick<Facts, 'departments' | 'laneSteps' | 'coordination'> = {
    departments: [sales, finance],
    laneSteps: steps,
    coordination: { ...oneLateWork(), log: [logged(1, 'a'), logged(2, 'b')] },
  };

  test('holds', () => {
    expect(lanesInOrder(good)).toEqual({ checked: 1, reordered: 0, problems: [] });
  });

  test.each<[string, Partial<typeof good>, string]>([
    ['a gap', { departments: [{ ...finance, inbox: finance.inbox.slice(1) }] }, 'received 2'],
    ['a lane that moved two steps at once', { laneSteps: steps.slice(1) }, '2 was applied after 0'],
    ['a lane that went back', { laneSteps: [...steps, steps[0]!] }, '1 was applied after 2'],
    [
      'a log in another order',
      { coordination: { ...good.coordination, log: [{ ...logged(1, 'a'), cursor: 5 }, logged(2, 'b')] } },
      'in the wrong place',
    ],
  ])('is broken by %s', (_title, change, said) => {
    expect(lanesInOrder({ ...good, ...change }).problems.join('\n')).toContain(said);
  });
});

describe('the readers outside', () => {
  const log = [logged(1, 'a'), logged(2, 'b')];
  const read = log.map(({ envelope: { id, source, subject, sequence } }): ReadEvent => ({ cursor: id, id, source, subject, sequence }));

  test('agree with the log', () => {
    expect(readerAgrees('pull', read, log)).toEqual({ checked: 2, problems: [] });
  });

  test.each([
    ['one too few', read.slice(0, 1), 'never saw msg_2'],
    ['one twice', [...read, read[1]!], 'saw msg_2 2 times'],
    ['another order', [...read].reverse(), 'out of order'],
    ['one of nobody', [...read, { ...read[0]!, id: 'msg_9', sequence: '9' }], 'which the log does not hold'],
  ])('do not with %s', (_title, seen, said) => {
    expect(readerAgrees('pull', seen, log).problems.join('\n')).toContain(said);
  });
});

describe('I10: nothing leaked', () => {
  test('holds, and is broken by a number in a log, which is not repeated', () => {
    const text = (line: string) => [{ name: 'sales.log', text: line }];
    expect(nothingLeaked(['13912345678'], text('a call'))).toEqual({ checked: 1, problems: [] });
    const { problems } = nothingLeaked(['13912345678'], text('called 13912345678'));
    expect(problems).toEqual(['sales.log holds a number of a person (…5678)']);
  });
});
