import { ActivateScorecard } from './activate-scorecard.use-case.js';
import { ApproveScorecard } from './approve-scorecard.use-case.js';
import { DraftScorecard } from './draft-scorecard.use-case.js';
import { ProposeScorecard } from './propose-scorecard.use-case.js';
import { RejectScorecard } from './reject-scorecard.use-case.js';
import { RetireScorecard } from './retire-scorecard.use-case.js';
import { Scoring } from './scoring.js';
import { SetChallengerScorecard } from './set-challenger-scorecard.use-case.js';

/** How the company's cards come about, and how they score. */
export const scorecardActs = [
  DraftScorecard,
  ProposeScorecard,
  ApproveScorecard,
  RejectScorecard,
  ActivateScorecard,
  RetireScorecard,
  SetChallengerScorecard,
  Scoring,
];
