import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { approveParameter, PARAMETER_STATES, parameterMachine, parametersInForce, proposeParameter, rejectParameter } from './parameter.js';
import type { Parameter, ProposalFacts } from './parameter.js';

const day = (text: string): LocalDate => text as LocalDate;
const today = day('2026-11-23');
const at = new Date('2026-11-23T02:00:00Z');
const facts: ProposalFacts = {
  id: 'par_1',
  key: 'rate.hard-cap',
  unit: 'RATE',
  value: '0.2',
  effectiveFrom: day('2027-01-01'),
  basis: '工作指引',
  proposedBy: 'emp_a',
};
const initial: Parameter = {
  ...facts,
  id: 'par_0',
  value: '0.24',
  effectiveFrom: day('2020-01-01'),
  state: 'published',
  proposedBy: null,
  approvedBy: null,
  publishedAt: at,
};
const proposed = proposeParameter(facts, [initial], today);
const approval = { by: 'emp_b', at, today };

describe('[1.2] a value is proposed', () => {
  test.each([
    ['for next year', {}],
    ['for today', { effectiveFrom: today }],
  ])('%s', (_name, change) => {
    expect(proposeParameter({ ...facts, ...change }, [initial], today)).toMatchObject({ state: 'proposed', approvedBy: null });
  });

  test.each([
    ['for yesterday', { effectiveFrom: day('2026-11-22') }, 'PARAMETER_RETROACTIVE'],
    ['without a basis', { basis: ' ' }, 'PARAMETER_BASIS_MISSING'],
    ['in the wrong form', { value: '20%' }, 'PARAMETER_VALUE_INVALID'],
  ])('%s is refused', (_name, change, code) => {
    expect(() => proposeParameter({ ...facts, ...change }, [initial], today)).toThrow(expect.objectContaining({ code }));
  });

  test('for a date that another value has is refused', () => {
    const taken = { ...initial, effectiveFrom: facts.effectiveFrom };
    expect(() => proposeParameter(facts, [taken], today)).toThrow(expect.objectContaining({ code: 'PARAMETER_DATE_TAKEN' }));
    expect(() =>
      proposeParameter(
        facts,
        [
          { ...taken, state: 'rejected' },
          { ...taken, key: 'other' },
        ],
        today,
      ),
    ).not.toThrow();
  });
});

describe('[1.2] four eyes', () => {
  test('another person publishes it', () => {
    expect(approveParameter(proposed, approval, [initial])).toMatchObject({ state: 'published', approvedBy: 'emp_b', publishedAt: at });
  });

  test.each([
    ['by the proposer', proposed, { ...approval, by: 'emp_a' }, [], 'FOUR_EYES'],
    ['after its date', proposed, { ...approval, today: day('2027-01-02') }, [], 'PARAMETER_RETROACTIVE'],
    ['beside another of the date', proposed, approval, [{ ...initial, effectiveFrom: facts.effectiveFrom }], 'PARAMETER_DATE_TAKEN'],
    ['twice', { ...proposed, state: 'published' as const }, approval, [], 'ILLEGAL_TRANSITION'],
    ['after its rejection', { ...proposed, state: 'rejected' as const }, approval, [], 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_name, parameter, given, published, code) => {
    expect(() => approveParameter(parameter, given, published)).toThrow(expect.objectContaining({ code }));
  });

  test.each(PARAMETER_STATES)('[7.12] a value that is %s', (state) => {
    expect(parameterMachine.allowed(state)).toEqual(state === 'proposed' ? ['approve', 'reject'] : []);
    if (state === 'proposed') expect(rejectParameter({ ...proposed, state }).state).toBe('rejected');
    else expect(() => rejectParameter({ ...proposed, state })).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});

describe('[1.2] the value in force on a date', () => {
  const published = approveParameter(proposed, approval, [initial]);
  const other = { ...initial, id: 'par_9', key: 'approval.validity', value: '90' };

  test.each([
    ['2019-12-31', {}],
    ['2020-01-01', { 'approval.validity': '90', 'rate.hard-cap': '0.24' }],
    ['2026-12-31', { 'approval.validity': '90', 'rate.hard-cap': '0.24' }],
    ['2027-01-01', { 'approval.validity': '90', 'rate.hard-cap': '0.2' }],
  ])('%s', (on, expected) => {
    const all = [published, { ...proposed, id: 'par_2', effectiveFrom: day('2025-01-01') }, initial, other];
    expect(Object.fromEntries(parametersInForce(all, day(on)).map((one) => [one.key, one.value]))).toEqual(expected);
  });
});
