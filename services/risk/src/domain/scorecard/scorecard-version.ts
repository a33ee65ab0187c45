import { DomainError, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { CardProvenance } from './card-provenance.js';
import { checkFactNames, checkScorecard } from './check-scorecard.js';
import { scorecardMachine } from './scorecard.machine.js';
import type { ScorecardState } from './scorecard.machine.js';
import type { Scorecard } from './scorecard.js';
import { hashOfCard } from './scorecards.js';

// The scorecards of the company are rows with a history: who drafted, who proposed, who approved (somebody else), since when it decides, and where its
// points come from. For each kind of customer one card decides; one more may run in its shadow, so that people see what it would say before it may.

/** Whom a card is for; ALL for every customer whose own kind has no card. */
export const CARD_SEGMENTS = ['ALL', 'INDIVIDUAL', 'SELF_EMPLOYED', 'MICRO_ENTERPRISE'] as const;
export type CardSegment = (typeof CARD_SEGMENTS)[number];

/** What a fitted card is worth, in figures that people compare; `detail` is everything that is needed to fit it again. */
export interface CardOrigin {
  readonly fittedOn: LocalDate;
  /** SHA-256 of the applications that it was fitted on. */
  readonly dataSha256: string;
  /** On applications not seen, as fractions of 1. */
  readonly auc: number;
  readonly ks: number;
  readonly detail: CardProvenance | null;
}

export interface ScorecardVersion {
  readonly id: string;
  readonly version: number;
  readonly cardId: string;
  readonly cardVersion: number;
  readonly content: Scorecard;
  /** SHA-256 of the content in canonical JSON. */
  readonly hash: string;
  readonly segment: CardSegment;
  readonly state: ScorecardState;
  /** Scores every investigation beside the card that decides, and decides nothing. */
  readonly challenger: boolean;
  readonly reason: string;
  readonly origin: CardOrigin | null;
  /** Employee id, or `service:risk` for a card that comes with the product. */
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly proposedBy: string | null;
  readonly proposedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly activatedBy: string | null;
  readonly activeFrom: LocalDate | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly closingReason: string | null;
}

export interface Act {
  readonly by: string;
  readonly at: Date;
}

const REASON_LENGTH = 4;

type Draft = Pick<ScorecardVersion, 'id' | 'content' | 'segment' | 'reason' | 'origin'>;

/** A card as somebody wrote it down; its bands and grades may still be wrong. Throws SCORECARD_ATTRIBUTE_FORBIDDEN, SCORECARD_FACT_UNKNOWN or SCORECARD_REASON_MISSING. */
export function draftScorecard({ id, content, segment, reason, origin }: Draft, { by, at }: Act): ScorecardVersion {
  checkFactNames(content);
  const open = { proposedBy: null, proposedAt: null, approvedBy: null, approvedAt: null, activatedBy: null, activeFrom: null };
  const unclosed = { closedBy: null, closedAt: null, closingReason: null };
  const named = { cardId: content.id, cardVersion: content.version, content, hash: hashOfCard(content), segment };
  const state = scorecardMachine.initial;
  const written = { reason: requireReason(reason), origin, draftedBy: by, draftedAt: at };
  return { id, version: 0, ...named, state, challenger: false, ...written, ...open, ...unclosed };
}

/** Throws ILLEGAL_TRANSITION or everything that is wrong with the card. */
export function proposeScorecard(card: ScorecardVersion, { by, at }: Act): ScorecardVersion {
  const state = scorecardMachine.next(card.state, 'propose');
  checkScorecard(contentOf(card));
  return { ...card, state, proposedBy: by, proposedAt: at };
}

/** Throws ILLEGAL_TRANSITION, SCORECARD_SAME_PERSON or SCORECARD_APPROVED_ALREADY. */
export function approveScorecard(card: ScorecardVersion, { by, at }: Act): ScorecardVersion {
  const state = scorecardMachine.next(card.state, 'approve');
  if (by === card.draftedBy || by === card.proposedBy) throw new DomainError('SCORECARD_SAME_PERSON', {}, 'scorecardId');
  if (card.approvedBy !== null) throw new DomainError('SCORECARD_APPROVED_ALREADY', {}, 'scorecardId');
  checkScorecard(contentOf(card));
  return { ...card, state, approvedBy: by, approvedAt: at };
}

/** Turns a draft or a proposal down for good. Throws ILLEGAL_TRANSITION or SCORECARD_REASON_MISSING. */
export function rejectScorecard(card: ScorecardVersion, { by, at }: Act, reason: string): ScorecardVersion {
  const state = scorecardMachine.next(card.state, 'reject');
  return { ...card, state, challenger: false, closedBy: by, closedAt: at, closingReason: requireReason(reason) };
}

/** Puts a card in force and the one before it out of force. Throws ILLEGAL_TRANSITION or SCORECARD_NOT_APPROVED. */
export function activateScorecard(
  card: ScorecardVersion,
  current: ScorecardVersion | null,
  { by, at, today }: Act & { readonly today: LocalDate },
): { readonly activated: ScorecardVersion; readonly replaced: ScorecardVersion | null } {
  const state = scorecardMachine.next(card.state, 'activate');
  if (card.approvedBy === null) throw new DomainError('SCORECARD_NOT_APPROVED', {}, 'scorecardId');
  contentOf(card);
  invariant(current === null || current.segment === card.segment, 'a card replaces the one of its own customers');
  const activated = { ...card, state, challenger: false, activatedBy: by, activeFrom: today };
  const replaced = current && closed(current, { by, at }, `replaced by ${card.cardId} version ${card.cardVersion}`);
  return { activated, replaced };
}

/** Takes the card of one kind of customer out of force: the card for all decides again. Throws SCORECARD_LAST for that one. */
export function retireScorecard(card: ScorecardVersion, act: Act, reason: string): ScorecardVersion {
  const retired = closed(card, act, requireReason(reason));
  if (card.segment === 'ALL') throw new DomainError('SCORECARD_LAST', {}, 'scorecardId');
  return retired;
}

/** Lets a proposed card run in the shadow of the one that decides, instead of the one that did. Throws SCORECARD_NOT_PROPOSED. */
export function makeChallenger(card: ScorecardVersion): ScorecardVersion {
  if (card.state !== 'PROPOSED') throw new DomainError('SCORECARD_NOT_PROPOSED', { state: card.state }, 'scorecardId');
  contentOf(card);
  return { ...card, challenger: true };
}

/** The content as it was hashed; a row that was changed behind the company's back scores nobody. */
export function contentOf(card: Pick<ScorecardVersion, 'id' | 'content' | 'hash'>): Scorecard {
  invariant(hashOfCard(card.content) === card.hash, `the scorecard ${card.id} is not as it was written`);
  return card.content;
}

/** The card for a customer among those with this mark: of his own kind, else the one for all. */
export function cardFor<C extends Pick<ScorecardVersion, 'segment'>>(cards: readonly C[], customerType: string): C | null {
  return cards.find(({ segment }) => segment === customerType) ?? cards.find(({ segment }) => segment === 'ALL') ?? null;
}

function closed(card: ScorecardVersion, { by, at }: Act, closingReason: string): ScorecardVersion {
  return { ...card, state: scorecardMachine.next(card.state, 'retire'), closedBy: by, closedAt: at, closingReason };
}

function requireReason(reason: string): string {
  if (reason.trim().length < REASON_LENGTH) throw new DomainError('SCORECARD_REASON_MISSING', {}, 'reason');
  return reason.trim();
}
