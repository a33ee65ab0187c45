import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person } from '@weilend/testing';
import { activeCard, cardActs, proposedCard } from '../../../test/builders/cards.builder.js';
import type { CardActs } from '../../../test/builders/cards.builder.js';
import { analysis, draft } from '../../../test/builders/inputs.builder.js';
import { investigated, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { currentCard, hashOfCard } from '../../domain/scorecard/scorecards.js';
import type { StoredScore } from '../../domain/scorecard/scorecards.js';
import { hashOf } from '../../domain/report/risk-report.js';
import { InvestigationQueries } from '../../queries/investigation/investigation.queries.js';
import { RiskReportQueries } from '../../queries/report/risk-report.queries.js';
import { RecomputeScoreQueries } from '../../queries/scorecard/recompute-score.queries.js';
import { ScorecardQueries } from '../../queries/scorecard/scorecard.queries.js';
import { recheckReport } from '../../domain/report/recheck-report.js';

let risk: RiskUnderTest;
let acts: CardActs;
let scorecards: ScorecardQueries;
let scores: RecomputeScoreQueries;
beforeAll(async () => {
  risk = await riskUnderTest();
  acts = cardActs(risk);
  scorecards = new ScorecardQueries(risk.platform.database);
  scores = new RecomputeScoreQueries(new InvestigationQueries(risk.platform.database, risk.investigations), scorecards);
});
afterAll(() => risk.platform.stop());

const today = () => risk.platform.clock.today();
const investigation = (id: string) => reading(risk, (tx) => risk.investigations.get(id, tx));
const manager = person('risk', 'risk-manager');
const checksOf = async (reportId: string) => {
  const [found] = await new RiskReportQueries(risk.platform.database, scorecards).withCards([reportId], manager);
  return recheckReport(found![0], found![1]);
};

describe('[4.10] scoring by the card in force', () => {
  test('a score names its card by id, version and hash, and so does the report with all that follows from it', async () => {
    const { id, applicationId, score } = await investigated(risk);
    expect(score).toMatchObject({ cardId: 'individual-expert', cardVersion: 0, cardHash: hashOfCard(currentCard) });
    const reportId = await risk.finalise.execute(risk.people.first, draft(id));
    const report = await reading(risk, (tx) => risk.reports.get(reportId, tx));
    expect(hashOf(report)).toBe(report.hash);
    expect((await checksOf(reportId)).every(({ holds }) => holds)).toBe(true);
    const sent = await risk.platform.database
      .collection('outbox')
      .find({ 'envelope.subject': applicationId } as never)
      .toArray();
    expect(JSON.stringify(sent)).toContain(`"scorecardHash":"${hashOfCard(currentCard)}"`);
  });

  test('old scores stand by the card that gave them when another one decides; new ones are by the new card', async () => {
    const { id: oldId, score: old } = await investigated(risk);
    const newCard = await activeCard(acts, { cardId: 'stricter' });
    const { id: newId, score } = await investigated(risk);
    expect([old?.recommendation, score?.recommendation]).toEqual(['APPROVE', 'REJECT']);
    expect(score).toMatchObject({ cardId: 'stricter', cardVersion: 1 });
    expect(await scores.ofInvestigation(oldId, manager)).toMatchObject({ equal: true, recomputed: { recommendation: 'APPROVE' } });
    expect(await scores.ofInvestigation(newId, manager)).toMatchObject({ equal: true, recomputed: { recommendation: 'REJECT' } });
    // The report of the old score is held against the old card.
    await risk.finalise.execute(risk.people.first, draft(oldId));
    expect((await scorecards.byIds([newCard]))[0]?.state).toBe('ACTIVE');
    await risk.analyse.execute(risk.people.second, analysis(newId));
    expect((await investigation(newId)).score?.cardId).toBe('stricter');
  });

  test('[4.11] a stored fact, a score or a card that was changed is noticed', async () => {
    const { id } = await investigated(risk, {});
    const rows = risk.platform.database.collection('investigations');
    const whole = await rows.findOne({ _id: id });
    const equal = async () => (await scores.ofInvestigation(id, manager))?.equal;
    expect(await equal()).toBe(true);
    for (const change of [
      { 'score.inputs.savings': 'BELOW_100' },
      { 'score.score': 1 },
      { 'score.rating': 'MEDIUM' },
      { 'score.cardHash': 'f'.repeat(64) },
    ]) {
      await rows.updateOne({ _id: id }, { $set: change } as never);
      expect(await equal()).toBe(false);
      await rows.replaceOne({ _id: id }, whole as never);
    }
    await risk.platform.database
      .collection('scorecards')
      .updateOne({ cardId: 'stricter' } as never, { $set: { 'content.knockOuts': [] } } as never);
    expect(await equal()).toBe(false);
    // Nobody is scored by a card that is not as it was approved.
    await expect(risk.analyse.execute(risk.people.second, analysis(id))).rejects.toMatchObject({ name: 'InvariantViolation' });
    await risk.platform.database
      .collection('scorecards')
      .updateOne({ cardId: 'stricter' } as never, { $set: { 'content.knockOuts': currentCard.knockOuts } } as never);
    expect(await equal()).toBe(true);
  });

  test('says of each attribute what it gave, and to the applicant what spoke against him', async () => {
    const { id, score } = await investigated(risk);
    const explanation = await scores.explanation(id, manager);
    expect(explanation?.attributes.reduce((sum, one) => sum + one.points, 0)).toBe(score?.score);
    expect(explanation?.reasonsAgainst.length).toBeGreaterThan(0);
    expect(await scores.explanation(id, person('sales', 'salesperson'))).toBeNull();
  });
});

describe('[4.10] the challenger', () => {
  test('scores beside the card that decides, is kept apart, and decides nothing', async () => {
    const mild = [
      { atLeast: 1, rating: 'LOW', recommendation: 'APPROVE' },
      { atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' },
    ] as const;
    const challengerId = await proposedCard(acts, { cardId: 'milder', content: { grades: mild } });
    await acts.challenge.execute(acts.manager, { scorecardId: challengerId, challenger: true });
    const { id } = await investigated(risk);
    const { score } = await investigation(id);
    expect(score).toMatchObject({ cardId: 'stricter', recommendation: 'REJECT' });
    expect(await scores.challengerScore(id, manager)).toMatchObject({
      challengerId,
      challengerRecommendation: 'APPROVE',
      championRecommendation: 'REJECT',
      championScore: (score as StoredScore).score,
    });
    expect(await risk.platform.database.collection('shadow_scores').countDocuments({ investigationId: id } as never)).toBe(1);
    expect(await scores.challengerScore(id, person('risk', 'investigator'))).toBeNull();
    const table = await scorecards.comparison({ challengerId, from: today(), to: today() });
    expect(table).toMatchObject({
      total: 1,
      agreed: 0,
      milder: 1,
      stricter: 0,
      cells: [{ champion: 'REJECT', challenger: 'APPROVE', count: 1 }],
    });
  });

  test.each([
    ['another challenger', { challengerId: 'scd_none' }],
    ['a card that did not decide', { championId: 'scd_none' }],
    ['a period before', { from: '2020-01-01', to: '2020-12-31' }],
  ])('counts nothing of %s', async (_name, change) => {
    const [challenger] = await risk.platform.database
      .collection('scorecards')
      .find({ challenger: true } as never)
      .toArray();
    const request = { challengerId: String(challenger?._id), from: today(), to: today(), ...change } as Parameters<
      ScorecardQueries['comparison']
    >[0];
    expect(await scorecards.comparison(request)).toMatchObject({ total: 0, cells: [] });
  });

  test('a period that ends before it begins is refused', async () => {
    const backwards = scorecards.comparison({ challengerId: 'scd_1', from: today(), to: '2020-01-01' as never });
    await expect(backwards).rejects.toMatchObject({ code: 'SCORECARD_PERIOD_INVALID' });
  });

  test('the table is counted from its index alone', async () => {
    const plan = await risk.platform.database
      .collection('shadow_scores')
      .aggregate([
        { $match: { challengerId: 'scd_1', scoredOn: { $gte: today(), $lte: today() } } },
        { $group: { _id: { champion: '$championRecommendation', challenger: '$challengerRecommendation' }, count: { $sum: 1 } } },
      ])
      .explain('executionStats');
    const text = JSON.stringify(plan);
    expect(text).toContain('"indexName":"comparison"');
    expect(text).not.toMatch(/"stage":"(COLLSCAN|FETCH)"/);
  });
});
