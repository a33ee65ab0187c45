import { describe, expect, it, test } from '@jest/globals';
import { requireDone, siteVisit } from './site-visit.js';
import type { SiteVisit } from './site-visit.js';

const now = new Date('2026-11-23T08:00:00Z');
const visit: SiteVisit = {
  checkId: 'svt_1',
  place: ' the shop in Chaoyang ',
  visitedAt: new Date('2026-11-23T06:00:00Z'),
  peopleMet: [{ name: ' 王 ', relation: 'borrower' }],
  photos: [{ fileId: 'fil_1', sha256: 'a'.repeat(64) }],
  findings: 'A running shop with stock.',
  recordedBy: 'emp_1',
  recordedAt: now,
};

describe('[4.10] site visit', () => {
  test('is kept with trimmed texts', () => {
    expect(siteVisit(visit)).toMatchObject({ place: 'the shop in Chaoyang', peopleMet: [{ name: '王' }] });
  });

  it.each<[string, Partial<SiteVisit>, string]>([
    ['no photo', { photos: [] }, 'PHOTO_MISSING'],
    ['nobody met', { peopleMet: [] }, 'PEOPLE_MET_MISSING'],
    ['a person without a name', { peopleMet: [{ name: ' ', relation: 'spouse' }] }, 'TEXT_MISSING'],
    ['a person without a relation', { peopleMet: [{ name: '王', relation: '' }] }, 'TEXT_MISSING'],
    ['tomorrow', { visitedAt: new Date('2026-11-24T06:00:00Z') }, 'CHECK_IN_FUTURE'],
    ['no place', { place: ' ' }, 'TEXT_MISSING'],
    ['no findings', { findings: 'fine' }, 'TEXT_MISSING'],
    ['a telephone number in the findings', { findings: 'ask 13800001111 for the keys' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses %s', (_name, change, code) => {
    expect(() => siteVisit({ ...visit, ...change })).toThrow(expect.objectContaining({ code }));
  });

  test('a check that ends this very moment is done', () => {
    expect(() => requireDone(now, now, 'visitedAt')).not.toThrow();
  });
});
