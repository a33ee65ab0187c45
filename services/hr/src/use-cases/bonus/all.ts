import { ApproveBonuses } from './approve-bonuses.use-case.js';
import { BonusPayouts } from './bonus-payouts.js';
import { ClawBackLoans } from './claw-back-loans.js';
import { DeferredRelease } from './deferred-release.js';
import { DraftBonusFormula } from './draft-bonus-formula.use-case.js';
import { NoteBonusLoan } from './note-bonus-loan.use-case.js';
import { NoteBonusPayment } from './note-bonus-payment.use-case.js';
import { NoteDayEnd } from './note-day-end.use-case.js';
import { PrepareBonuses } from './prepare-bonuses.use-case.js';
import { PublishBonusFormula } from './publish-bonus-formula.use-case.js';
import { RejectBonus } from './reject-bonus.use-case.js';
import { ReleaseDeferredBonuses } from './release-deferred-bonuses.use-case.js';
import { SendBonusAgain } from './send-bonus-again.use-case.js';
import { SheetReader } from './sheet-reader.js';
import { WithdrawBonusFormula } from './withdraw-bonus-formula.use-case.js';

export const bonusActs = [
  SheetReader,
  ClawBackLoans,
  BonusPayouts,
  DeferredRelease,
  DraftBonusFormula,
  PublishBonusFormula,
  WithdrawBonusFormula,
  PrepareBonuses,
  ApproveBonuses,
  RejectBonus,
  SendBonusAgain,
  NoteBonusLoan,
  NoteBonusPayment,
  NoteDayEnd,
  ReleaseDeferredBonuses,
];
