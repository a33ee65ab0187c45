import { describe, expect, it } from '@jest/globals';
import { channelAfter, stateOfChannel } from './circuit.js';
import type { BureauChannelState } from './circuit.js';

const now = new Date('2026-11-23T08:00:00Z');
const later = new Date('2026-11-23T08:01:00Z');
const closed: BureauChannelState = { id: 'bureau', version: 3, isOpen: false, probeFrom: null, lastTrouble: null, since: now };
const open: BureauChannelState = { ...closed, isOpen: true, probeFrom: later, lastTrouble: 'TIMED_OUT' };

describe('[4.10] whether the bureau is being asked', () => {
  it.each<[string, BureauChannelState | null, Date, string]>([
    ['never asked', null, now, 'CLOSED'],
    ['well', closed, now, 'CLOSED'],
    ['left alone', open, now, 'OPEN'],
    ['the pause is over', open, later, 'HALF_OPEN'],
    ['open with no end known', { ...open, probeFrom: null }, later, 'OPEN'],
  ])('%s', (_name, channel, at, state) => {
    expect(stateOfChannel(channel, at)).toBe(state);
  });
});

type Attempt = Parameters<typeof channelAfter>[1];
const well: Attempt = { id: 'bureau', isOpen: false, probeFrom: null, lastTrouble: null, at: later };
const broken: Attempt = { ...well, isOpen: true, probeFrom: later, lastTrouble: 'TIMED_OUT' };

describe('[4.10] what is written down after an attempt', () => {
  it.each<[string, BureauChannelState | null, Attempt, Partial<BureauChannelState> | null]>([
    ['the first one ever', null, well, { version: 0, isOpen: false, since: later }],
    ['nothing new while well', closed, well, null],
    ['nothing new while open', open, { ...broken, probeFrom: new Date(later) }, null],
    ['it opened', closed, broken, { isOpen: true, probeFrom: later, lastTrouble: 'TIMED_OUT', since: later, version: 3 }],
    ['it closed', open, well, { isOpen: false, probeFrom: null, lastTrouble: null, since: later }],
    ['a trouble that opens nothing', closed, { ...well, lastTrouble: 'BUSY' }, { isOpen: false, lastTrouble: 'BUSY', since: now }],
    ['being open is not what opened it', open, { ...broken, lastTrouble: 'BREAKER_OPEN' }, null],
    ['a probe failed: a new pause, open since before', open, { ...broken, probeFrom: now }, { probeFrom: now, since: now }],
    ['another worker finds it open', null, { ...broken, lastTrouble: 'BREAKER_OPEN' }, { isOpen: true, lastTrouble: null }],
  ])('%s', (_name, known, attempt, expected) => {
    if (expected === null) expect(channelAfter(known, attempt)).toBeNull();
    else expect(channelAfter(known, attempt)).toMatchObject(expected);
  });
});
