import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { missingIndexes } from '@weilend/mongo';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { CARDS, currentCard, hashOfCard } from '../../domain/scorecard/scorecards.js';
import { riskCollections } from '../all.js';
import { Scorecards } from '../scorecard/scorecard.repository.js';
import { scorecardCollection, shadowScoreCollection } from '../scorecard/scorecard.schema.js';
import { storedScorecards } from './0003-stored-scorecards.js';

let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('risk', { collections: riskCollections })));
afterAll(() => platform.stop());

const scores = [
  ['inv_old', { cardId: 'individual-expert', cardVersion: 0, score: 130 }],
  ['inv_other', { cardId: 'somebody-elses', cardVersion: 0, score: 1 }],
  ['inv_none', null],
] as const;

test('[4.10] a fresh company has every card of the product: the expert one decides, the others wait; again changes nothing', async () => {
  const { database } = platform;
  const investigations = database.collection('investigations');
  await investigations.insertMany(
    scores.map(([_id, score], round) => ({ _id, version: 1, applicationId: 'app_1', round, score })) as never,
  );
  await database.collection('risk_reports').insertOne({ _id: 'rep_1', score: scores[0][1] } as never);
  for (let time = 0; time < 2; time++) for (const step of storedScorecards) await step.up(database);

  const rows = await database.collection('scorecards').find().toArray();
  expect(rows.map((row) => [row['cardId'], row['cardVersion'], row['hash']])).toEqual(
    CARDS.map((card) => [card.id, card.version, hashOfCard(card)]),
  );
  expect(rows.filter((row) => row['state'] === 'ACTIVE').map((row) => row['cardId'])).toEqual([currentCard.id]);
  expect(rows.filter((row) => row['state'] !== 'ACTIVE').every((row) => row['state'] === 'PROPOSED' && row['approvedBy'] === null)).toBe(
    true,
  );
  const fitted = rows.find((row) => row['cardId'] === 'individual-fitted');
  expect(fitted?.['origin']).toMatchObject({ auc: 0.7951, ks: 0.5284, detail: { folds: 10 } });
  const scorecards = new Scorecards(database);
  const inUse = await platform.work.run({ actor: { kind: 'service', service: 'risk' }, operation: 'read' }, (tx) =>
    scorecards.inUse('INDIVIDUAL', tx),
  );
  expect(inUse).toMatchObject({ champion: { content: currentCard, draftedBy: 'service:risk' }, challenger: null });

  const hashes = await investigations.find().sort({ round: 1 }).toArray();
  expect(hashes.map((row) => (row['score'] as { cardHash?: string } | null)?.cardHash)).toEqual([
    hashOfCard(currentCard),
    undefined,
    undefined,
  ]);
  // A final report is what it was: its own hash covers the score in it.
  expect(await database.collection('risk_reports').findOne({})).toEqual({ _id: 'rep_1', score: scores[0][1] });
});

test('a card that a person has touched is not set back by the next start', async () => {
  const { database } = platform;
  await database.collection('scorecards').updateOne({ cardId: currentCard.id } as never, { $set: { reason: 'looked at' } } as never);
  for (const step of storedScorecards) await step.up(database);
  expect(await database.collection('scorecards').findOne({ cardId: currentCard.id } as never)).toMatchObject({ reason: 'looked at' });
});

test('each step has a name of its own, so that a card of a later release becomes a row', () => {
  const names = storedScorecards.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('0003-scorecard-individual-expert-0');
});

test('the indexes are there', async () => {
  expect(await missingIndexes(platform.database, [scorecardCollection, shadowScoreCollection])).toEqual([]);
});
