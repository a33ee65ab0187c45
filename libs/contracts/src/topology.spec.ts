import { describe, expect, test } from '@jest/globals';
import { DEPARTMENTS } from '@weilend/kernel';
import { parameterTypes } from './parameters.js';
import { permissions } from './permissions/index.js';
import { ROLES } from './roles.js';
import { destinationsOf, eventTypes, handoffMessageType, handoffOf, handoffTypes, producerOf } from './topology.js';
import type { EventType, HandoffType } from './topology.js';

const events = Object.keys(eventTypes) as EventType[];
const handoffs = Object.keys(handoffTypes) as HandoffType[];

describe('events', () => {
  test.each(events)('%s has one producer, a version and a destination', (type) => {
    expect(type).toMatch(/^[a-z]+\.[a-z-]+\.v\d+$/);
    expect(DEPARTMENTS).toContain(producerOf(type));
    expect(destinationsOf(type)).toContain('coordination');
    expect(eventTypes[type].description.length).toBeGreaterThan(20);
  });

  test('no field of a payload can hold personal data', () => {
    const forbidden = /name$|phone|residentId|idNumber|bankCard|accountNumber|address|birth/i;
    const named = [
      ...events.map((type) => [type, eventTypes[type].data] as const),
      ...handoffs.map((type) => [type, handoffTypes[type].data] as const),
    ]
      .flatMap(([type, data]) => Object.keys(data.shape).map((field) => `${type}: ${field}`))
      .filter((line) => forbidden.test(line) && line !== 'finance.product-published.v1: name');
    expect(named).toEqual([]);
  });
});

describe('handoffs', () => {
  test.each(handoffs)('%s goes between two departments and has a deadline parameter', (type) => {
    const { from, to, deadline } = handoffTypes[type];
    expect(from).not.toBe(to);
    expect(parameterTypes).toHaveProperty([`deadline.${type}`, 'initial'], deadline);
    expect(handoffOf(handoffMessageType(type))).toBe(type);
  });

  test.each(['handoff.unknown.v1', 'sales.application-submitted.v1', 'handoff..v1', ''])('"%s" is no handoff', (type) => {
    expect(handoffOf(type)).toBeNull();
  });
});

test('[2.2] every permission names known roles and belongs to a department', () => {
  for (const [name, permission] of Object.entries(permissions)) {
    expect(DEPARTMENTS).toContain(name.split('.')[0]);
    if (permission === 'public') continue;
    expect(permission.roles.length).toBeGreaterThan(0);
    for (const role of permission.roles) expect(ROLES).toContain(role);
  }
});
