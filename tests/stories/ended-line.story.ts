import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Company } from './lib/company.ts';
import { openStoryCompany } from './lib/story-company.ts';
import { playScripts } from './scripts/play-scripts.ts';
import type { PlayedScript } from './scripts/play-scripts.ts';

// Applications that end before money goes out: rejected, and taken back by the customer while each department has them in hand. Nothing may be left open.

const STAGES = [
  'checked',
  'handed-over',
  'investigated',
  'reported',
  'in-committee',
  'decided',
  'conditions',
  'contracting',
  'ordered',
  'signed',
];
const SCRIPTS = ['rejected', ...STAGES.map((stage) => `withdrawn-${stage}`)];

let company: Company;
const played = new Map<string, PlayedScript>();

beforeAll(async () => {
  company = await openStoryCompany();
  for (const script of await playScripts(company, { run: `jest-${process.pid}`, only: SCRIPTS, say: () => undefined }))
    played.set(script.name, script);
}, 120_000);

describe('an application that ends without money', () => {
  test.each(SCRIPTS)('[7.12] %s ends as it must, with no work left open and no money out', (name) => {
    expect(played.get(name)?.problems).toEqual([]);
  });

  test('[2.11] a rejection was told to the customer', () => {
    expect(played.get('rejected')?.timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['customer informed: REJECTED', 'completed: inform-customer']),
    );
  });

  test('[4.19] after signing it is finance that stops the payment', () => {
    const told = played.get('withdrawn-signed')?.timeline.map(({ what }) => what) ?? [];
    expect(told).toEqual(
      expect.arrayContaining(['customer asks to cancel the signed contract', 'payment cancelled before any money left']),
    );
    expect(told.some((what) => what.includes('paid out'))).toBe(false);
  });
});
