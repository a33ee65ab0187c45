import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { activeCard, aDraft, cardActs, proposedCard } from '../../../test/builders/cards.builder.js';
import type { CardActs } from '../../../test/builders/cards.builder.js';
import { reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';

let risk: RiskUnderTest;
let acts: CardActs;
beforeAll(async () => {
  risk = await riskUnderTest();
  acts = cardActs(risk);
});
afterAll(() => risk.platform.stop());

const card = (id: string) => reading(risk, (tx) => risk.scorecards.get(id, tx));
const active = () => reading(risk, (tx) => risk.scorecards.activeOf('ALL', tx));
const rows = () => risk.platform.database.collection('scorecards').find().sort({ _id: 1 }).toArray();

describe('[4.10, 7.3] a card of the company', () => {
  test('is drafted, proposed, approved by another person and then decides, in place of the one before', async () => {
    const before = await active();
    const scorecardId = await acts.draft.execute(acts.analyst, aDraft());
    expect(await card(scorecardId)).toMatchObject({ state: 'DRAFT', cardId: 'strict', cardVersion: 1, draftedBy: acts.analyst.employeeId });
    await acts.propose.execute(acts.analyst, { scorecardId });
    await acts.approve.execute(acts.manager, { scorecardId });
    expect((await active())?.id).toBe(before?.id);
    await acts.activate.execute(acts.manager, { scorecardId });
    expect(await card(scorecardId)).toMatchObject({
      state: 'ACTIVE',
      activeFrom: risk.platform.clock.today(),
      approvedBy: acts.manager.employeeId,
    });
    expect(await card(before?.id ?? '')).toMatchObject({ state: 'RETIRED', closingReason: 'replaced by strict version 1' });
  });

  test('the next draft of the same name is its next version', async () => {
    const scorecardId = await acts.draft.execute(acts.analyst, aDraft({ reason: 'a second trial' }));
    expect(await card(scorecardId)).toMatchObject({ cardVersion: 2, content: { id: 'strict', version: 2 } });
  });

  test('where fitted points come from is kept with them', async () => {
    const origin = { fittedOn: risk.platform.clock.today(), dataSha256: 'a'.repeat(64), auc: 0.79, ks: 0.45 };
    const scorecardId = await acts.draft.execute(acts.analyst, aDraft({ cardId: 'fitted', origin }));
    expect((await card(scorecardId)).origin).toEqual({ ...origin, detail: null });
  });

  test('the card of one kind of customer decides about them alone, and can be retired', async () => {
    const scorecardId = await activeCard(acts, { cardId: 'self-employed', segment: 'SELF_EMPLOYED' });
    const cards = await reading(risk, async (tx) => [
      await risk.scorecards.inUse('SELF_EMPLOYED', tx),
      await risk.scorecards.inUse('INDIVIDUAL', tx),
    ]);
    expect(cards.map(({ champion }) => champion.cardId)).toEqual(['self-employed', 'strict']);
    await acts.retire.execute(acts.manager, { scorecardId, reason: 'worse than the card for all' });
    const { champion } = await reading(risk, (tx) => risk.scorecards.inUse('SELF_EMPLOYED', tx));
    expect(champion.cardId).toBe('strict');
  });

  test('one card runs in the shadow: the next one takes its place', async () => {
    const [one, other] = [await proposedCard(acts, { cardId: 'one' }), await proposedCard(acts, { cardId: 'other' })];
    await acts.challenge.execute(acts.manager, { scorecardId: one, challenger: true });
    await acts.challenge.execute(acts.manager, { scorecardId: other, challenger: true });
    expect([(await card(one)).challenger, (await card(other)).challenger]).toEqual([false, true]);
    await acts.challenge.execute(acts.manager, { scorecardId: other, challenger: false });
    expect((await reading(risk, (tx) => risk.scorecards.inUse('INDIVIDUAL', tx))).challenger).toBeNull();
  });

  test('of two that are put in force at once both do, one after the other, and one decides in the end', async () => {
    const ids = [await proposedCard(acts, { cardId: 'race-a' }), await proposedCard(acts, { cardId: 'race-b' })];
    for (const scorecardId of ids) await acts.approve.execute(acts.manager, { scorecardId });
    await Promise.allSettled(ids.map((scorecardId) => acts.activate.execute(acts.manager, { scorecardId })));
    expect((await rows()).filter((row) => row['state'] === 'ACTIVE' && row['segment'] === 'ALL')).toHaveLength(1);
  });

  test('the same request key gives the same draft', async () => {
    const input = { ...aDraft({ cardId: 'once' }), requestKey: 'draft-1' };
    const first = await acts.draft.execute(acts.analyst, input);
    expect(await acts.draft.execute(acts.analyst, input)).toBe(first);
  });
});

describe('[1.5, 7.3] refusals change nothing', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['a name with blanks', () => acts.draft.execute(acts.analyst, aDraft({ cardId: 'My Card' })), 'SCORECARD_NAME_INVALID'],
    [
      'sex as an attribute',
      () => acts.draft.execute(acts.analyst, aDraft({ content: { attributes: { sex: [] } as never } })),
      'SCORECARD_ATTRIBUTE_FORBIDDEN',
    ],
    ['no reason', () => acts.draft.execute(acts.analyst, aDraft({ reason: '' })), 'SCORECARD_REASON_MISSING'],
    ['a card that is not there', () => acts.propose.execute(acts.analyst, { scorecardId: 'scd_none' }), 'NOT_FOUND'],
  ])('%s', async (_name, act, code) => {
    const before = await rows();
    await expect(act()).rejects.toMatchObject({ code });
    expect(await rows()).toEqual(before);
  });

  test('a gap in the bands is found when the card is proposed', async () => {
    const gap = {
      ageInYears: [
        { below: 30, points: 1 },
        { from: 31, points: 2 },
      ],
    };
    const scorecardId = await acts.draft.execute(acts.analyst, aDraft({ cardId: 'gap', content: { attributes: gap } }));
    await expect(acts.propose.execute(acts.analyst, { scorecardId })).rejects.toMatchObject({ code: 'SCORECARD_BANDS_GAP' });
    expect(await card(scorecardId)).toMatchObject({ state: 'DRAFT', proposedBy: null });
  });

  test('nobody approves what he drafted himself, and nothing decides before it is approved', async () => {
    const scorecardId = await proposedCard(acts, { cardId: 'own' }, acts.manager);
    await expect(acts.approve.execute(acts.manager, { scorecardId })).rejects.toMatchObject({ code: 'SCORECARD_SAME_PERSON' });
    await expect(acts.activate.execute(acts.manager, { scorecardId })).rejects.toMatchObject({ code: 'SCORECARD_NOT_APPROVED' });
    expect(await card(scorecardId)).toMatchObject({ state: 'PROPOSED', approvedBy: null });
    await acts.reject.execute(acts.manager, { scorecardId, reason: 'drafted by one person' });
    await expect(acts.approve.execute(acts.analyst, { scorecardId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  test('the card for all customers is replaced, never retired', async () => {
    const current = await active();
    await expect(acts.retire.execute(acts.manager, { scorecardId: current?.id ?? '', reason: 'no longer good' })).rejects.toMatchObject({
      code: 'SCORECARD_LAST',
    });
    expect((await active())?.id).toBe(current?.id);
  });

  test('the index lets no second card decide, whoever writes it', async () => {
    const [other] = (await rows()).filter((row) => row['state'] === 'PROPOSED');
    const forced = risk.platform.database
      .collection('scorecards')
      .updateOne({ _id: other?._id } as never, { $set: { state: 'ACTIVE', segment: 'ALL' } } as never);
    await expect(forced).rejects.toMatchObject({ code: 11_000 });
  });
});
