import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { seriesMachine } from './meeting-series.machine.js';

describe('the states of a series of meetings', () => {
  it('[8.1] goes on until it is ended, and is ended once', () => {
    expect(seriesMachine.next('ACTIVE', 'end')).toBe('ENDED');
    expect(() => seriesMachine.next('ENDED', 'end')).toThrow(new DomainError('ILLEGAL_TRANSITION'));
  });
});
