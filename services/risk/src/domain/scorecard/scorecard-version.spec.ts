import { describe, expect, it, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { currentCard, hashOfCard } from './scorecards.js';
import type { Scorecard } from './scorecard.js';
import {
  activateScorecard,
  approveScorecard,
  cardFor,
  contentOf,
  draftScorecard,
  makeChallenger,
  proposeScorecard,
  rejectScorecard,
  retireScorecard,
} from './scorecard-version.js';
import type { CardSegment, ScorecardVersion } from './scorecard-version.js';

const at = new Date('2026-11-23T08:00:00Z');
const today = '2026-11-23' as LocalDate;
const by = (who: string) => ({ by: who, at });
const refused = (code: string) => expect.objectContaining({ code });

const draft = (change: Partial<Scorecard> = {}, segment: CardSegment = 'ALL'): ScorecardVersion =>
  draftScorecard(
    { id: 'scd_1', content: { ...currentCard, version: 7, ...change }, segment, reason: 'more bad loans', origin: null },
    by('emp_a'),
  );
const proposed = (segment: CardSegment = 'ALL') => proposeScorecard(draft({}, segment), by('emp_b'));
const approved = (segment: CardSegment = 'ALL') => approveScorecard(proposed(segment), by('emp_c'));
const active = (segment: CardSegment = 'ALL') => activateScorecard(approved(segment), null, { ...by('emp_c'), today }).activated;

describe('[4.10, 7.3] the way of a card', () => {
  test('from the draft to the day it decides, with everybody named', () => {
    expect(draft()).toMatchObject({
      state: 'DRAFT',
      cardId: 'individual-expert',
      cardVersion: 7,
      draftedBy: 'emp_a',
      hash: hashOfCard(draft().content),
    });
    expect(proposed()).toMatchObject({ state: 'PROPOSED', proposedBy: 'emp_b', proposedAt: at });
    expect(approved()).toMatchObject({ state: 'PROPOSED', approvedBy: 'emp_c' });
    expect(active()).toMatchObject({ state: 'ACTIVE', activatedBy: 'emp_c', activeFrom: today, challenger: false });
  });

  test('the next card takes the place of the one that decides, which says so', () => {
    const next = { ...approved(), id: 'scd_2', challenger: true };
    const { activated, replaced } = activateScorecard(next, active(), { ...by('emp_d'), today });
    expect(activated).toMatchObject({ id: 'scd_2', state: 'ACTIVE', challenger: false });
    expect(replaced).toMatchObject({
      id: 'scd_1',
      state: 'RETIRED',
      closedBy: 'emp_d',
      closingReason: 'replaced by individual-expert version 7',
    });
  });

  it.each<[string, () => unknown, string]>([
    ['a draft without a reason', () => draftScorecard({ ...draft(), reason: ' x ' }, by('emp_a')), 'SCORECARD_REASON_MISSING'],
    ['a draft that looks at sex', () => draft({ required: ['sex' as never] }), 'SCORECARD_ATTRIBUTE_FORBIDDEN'],
    [
      'proposing what is wrong',
      () => proposeScorecard(draft({ grades: [currentCard.grades[0]] }), by('emp_a')),
      'SCORECARD_GRADES_INVALID',
    ],
    ['proposing twice', () => proposeScorecard(proposed(), by('emp_a')), 'ILLEGAL_TRANSITION'],
    ['approving a draft', () => approveScorecard(draft(), by('emp_c')), 'ILLEGAL_TRANSITION'],
    ['approval by who drafted it', () => approveScorecard(proposed(), by('emp_a')), 'SCORECARD_SAME_PERSON'],
    ['approval by who proposed it', () => approveScorecard(proposed(), by('emp_b')), 'SCORECARD_SAME_PERSON'],
    ['a second approval', () => approveScorecard(approved(), by('emp_d')), 'SCORECARD_APPROVED_ALREADY'],
    ['activation without approval', () => activateScorecard(proposed(), null, { ...by('emp_c'), today }), 'SCORECARD_NOT_APPROVED'],
    ['activation of a draft', () => activateScorecard(draft(), null, { ...by('emp_c'), today }), 'ILLEGAL_TRANSITION'],
    ['activation of what decides', () => activateScorecard(active(), null, { ...by('emp_c'), today }), 'ILLEGAL_TRANSITION'],
    ['rejection of what decides', () => rejectScorecard(active(), by('emp_c'), 'not good'), 'ILLEGAL_TRANSITION'],
    ['rejection without a reason', () => rejectScorecard(proposed(), by('emp_c'), ''), 'SCORECARD_REASON_MISSING'],
    ['retiring the card for all', () => retireScorecard(active(), by('emp_c'), 'not good'), 'SCORECARD_LAST'],
    ['retiring a proposal', () => retireScorecard(proposed('INDIVIDUAL'), by('emp_c'), 'not good'), 'ILLEGAL_TRANSITION'],
    ['retiring without a reason', () => retireScorecard(active('INDIVIDUAL'), by('emp_c'), ' '), 'SCORECARD_REASON_MISSING'],
    ['a draft as challenger', () => makeChallenger(draft()), 'SCORECARD_NOT_PROPOSED'],
    ['what decides as challenger', () => makeChallenger(active()), 'SCORECARD_NOT_PROPOSED'],
  ])('refuses: %s', (_name, act, code) => {
    expect(act).toThrow(refused(code));
  });

  test('a rejected challenger runs in nobody’s shadow', () => {
    expect(rejectScorecard(makeChallenger(proposed()), by('emp_c'), 'too mild')).toMatchObject({
      state: 'REJECTED',
      challenger: false,
      closingReason: 'too mild',
    });
  });

  test('the card of one kind of customer can be retired', () => {
    expect(retireScorecard(active('INDIVIDUAL'), by('emp_c'), 'worse than before')).toMatchObject({ state: 'RETIRED', closedBy: 'emp_c' });
  });
});

describe('[4.11] a card that was changed behind the company’s back', () => {
  const changed = (card: ScorecardVersion): ScorecardVersion => ({ ...card, content: { ...card.content, knockOuts: [] } });

  it.each<[string, () => unknown]>([
    ['is proposed', () => proposeScorecard(changed(draft()), by('emp_b'))],
    ['is approved', () => approveScorecard(changed(proposed()), by('emp_c'))],
    ['is put in force', () => activateScorecard(changed(approved()), null, { ...by('emp_c'), today })],
    ['runs in the shadow', () => makeChallenger(changed(proposed()))],
    ['scores', () => contentOf(changed(active()))],
  ])('never %s', (_name, act) => {
    expect(act).toThrow(expect.objectContaining({ name: 'InvariantViolation' }));
  });
});

describe('[4.10] which card is whose', () => {
  const cards = [{ segment: 'ALL' as const }, { segment: 'SELF_EMPLOYED' as const }];

  it.each([
    ['SELF_EMPLOYED', cards, 'SELF_EMPLOYED'],
    ['INDIVIDUAL', cards, 'ALL'],
    ['MICRO_ENTERPRISE', cards.slice(1), undefined],
    ['INDIVIDUAL', [], undefined],
  ])('%s of %j', (type, among, segment) => {
    expect(cardFor(among, type)?.segment).toBe(segment);
  });
});
