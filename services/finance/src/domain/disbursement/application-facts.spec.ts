import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { decisionOf, noFacts, withCancelled, withConditionsConfirmed, withDecision, withLapse, withStop } from './application-facts.js';
import type { ApplicationFacts } from './application-facts.js';

const terms = { productId: 'prd_1', amountFen: 1, termMonths: 1, annualRate: parseRate('0.1'), method: 'BULLET' as const };
const facts: Record<string, (known: ApplicationFacts) => ApplicationFacts> = {
  decided: (known) =>
    withDecision(known, {
      decisionId: 'dec_1',
      result: 'CONDITIONAL',
      participants: [],
      customerId: 'cus_1',
      terms,
      validUntil: parseLocalDate('2026-12-31'),
    }),
  confirmed: (known) => withConditionsConfirmed(known, 'dec_1'),
  lapsed: (known) => withLapse(known, 'dec_1', 'ran out'),
  stopped: (known) => withStop(known, 'withdrew'),
};
const permutations = (names: string[]): string[][] =>
  names.length < 2 ? [names] : names.flatMap((name, index) => permutations(names.toSpliced(index, 1)).map((rest) => [name, ...rest]));
const applied = (names: string[]): ApplicationFacts => names.reduce((known, name) => facts[name]?.(known) ?? known, noFacts('app_1'));

describe('[7.3] facts of other departments only grow', () => {
  it.each(permutations(Object.keys(facts)))('the same picture after %s, %s, %s, %s', (...order) => {
    expect(applied(order)).toEqual(applied(Object.keys(facts)));
    expect(applied([...order, ...order])).toEqual(applied(order));
  });

  it('decisions are kept apart', () => {
    const known = applied(['decided', 'lapsed']);
    expect(decisionOf(known, 'dec_2')).toBeNull();
    const second = withDecision(known, {
      decisionId: 'dec_2',
      result: 'APPROVED',
      participants: [],
      customerId: 'cus_1',
      terms,
      validUntil: null,
    });
    expect([decisionOf(second, 'dec_1')?.lapsed, decisionOf(second, 'dec_2')?.lapsed]).toEqual(['ran out', null]);
  });

  it('a contract is cancelled once', () => {
    const once = withCancelled(noFacts('app_1'), 'con_1');
    expect([once.first, withCancelled(once.facts, 'con_1').first, withCancelled(once.facts, 'con_2').first]).toEqual([true, false, true]);
    expect(withCancelled(once.facts, 'con_1').facts).toBe(once.facts);
  });

  it('the first reason stays', () => {
    expect(withStop(withStop(noFacts('app_1'), 'a'), 'b').stopped).toBe('a');
    expect(decisionOf(withLapse(withLapse(noFacts('app_1'), 'd', 'a'), 'd', 'b'), 'd')?.lapsed).toBe('a');
  });
});
