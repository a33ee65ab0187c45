import type { EmployeeActor } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { currentCard } from '../../src/domain/scorecard/scorecards.js';
import type { Scorecard } from '../../src/domain/scorecard/scorecard.js';
import { ActivateScorecard } from '../../src/use-cases/scorecard/activate-scorecard.use-case.js';
import { ApproveScorecard } from '../../src/use-cases/scorecard/approve-scorecard.use-case.js';
import { DraftScorecard } from '../../src/use-cases/scorecard/draft-scorecard.use-case.js';
import type { DraftScorecardRequest } from '../../src/use-cases/scorecard/draft-scorecard.use-case.js';
import { ProposeScorecard } from '../../src/use-cases/scorecard/propose-scorecard.use-case.js';
import { RejectScorecard } from '../../src/use-cases/scorecard/reject-scorecard.use-case.js';
import { RetireScorecard } from '../../src/use-cases/scorecard/retire-scorecard.use-case.js';
import { SetChallengerScorecard } from '../../src/use-cases/scorecard/set-challenger-scorecard.use-case.js';
import type { RiskUnderTest } from './risk.builder.js';

/** The department's acts on its cards, and the people who do them. */
export function cardActs({ platform: { work, clock }, scorecards }: RiskUnderTest) {
  return {
    analyst: person('risk', 'investigator'),
    manager: person('risk', 'risk-manager'),
    draft: new DraftScorecard(work, scorecards, clock),
    propose: new ProposeScorecard(work, scorecards, clock),
    approve: new ApproveScorecard(work, scorecards, clock),
    reject: new RejectScorecard(work, scorecards, clock),
    activate: new ActivateScorecard(work, scorecards, clock),
    retire: new RetireScorecard(work, scorecards, clock),
    challenge: new SetChallengerScorecard(work, scorecards),
  };
}
export type CardActs = ReturnType<typeof cardActs>;

const { id: _id, version: _version, ...content } = currentCard;

/** A card that approves nobody, unless changed. */
export function aDraft(
  change: Partial<Omit<DraftScorecardRequest, 'content'>> & { content?: Partial<Scorecard> } = {},
): DraftScorecardRequest {
  const strict: Scorecard['grades'] = [
    { atLeast: 220, rating: 'LOW', recommendation: 'APPROVE' },
    { atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' },
  ];
  return { cardId: 'strict', segment: 'ALL', reason: 'a trial', ...change, content: { ...content, grades: strict, ...change.content } };
}

/** A proposed card. */
export async function proposedCard(
  acts: CardActs,
  change: Parameters<typeof aDraft>[0] = {},
  by: EmployeeActor = acts.analyst,
): Promise<string> {
  const scorecardId = await acts.draft.execute(by, aDraft(change));
  return acts.propose.execute(by, { scorecardId });
}

/** A card that decides from now on. */
export async function activeCard(acts: CardActs, change: Parameters<typeof aDraft>[0] = {}): Promise<string> {
  const scorecardId = await proposedCard(acts, change);
  await acts.approve.execute(acts.manager, { scorecardId });
  return acts.activate.execute(acts.manager, { scorecardId });
}
