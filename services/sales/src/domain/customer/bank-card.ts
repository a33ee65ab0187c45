import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// The bank cards of a customer (银行卡): where he is paid and pays from, as he says it. A card is on the file once; one of the live ones is the
// one that he prefers. A card is never changed: a wrong or expired number ends with its reason, and the right one takes its place, so that
// every number that ever stood on the file can be explained. The account that a loan is paid to is registered and checked by finance.

export interface BankCard {
  readonly id: string;
  /** Encrypted at rest, masked when shown. */
  readonly number: string;
  readonly bank: string;
  readonly preferred: boolean;
  readonly addedOn: LocalDate;
  readonly addedBy: string;
  /** The card whose place it took. */
  readonly replacesId: string | null;
  readonly ended: { readonly on: LocalDate; readonly by: string; readonly reason: string } | null;
}

export type NewCard = Omit<BankCard, 'preferred' | 'ended'>;

/** Cards of the mainland have 16 to 19 digits. */
const SHAPE = /^\d{16,19}$/;

/** Digits without blanks. Throws DomainError CARD_NUMBER_INVALID with `problem` SHAPE or CHECKSUM. */
export function parseCardNumber(text: string, field: string | null = null): string {
  const number = text.replace(/[\s-]/g, '');
  if (!SHAPE.test(number) || /^0+$/.test(number)) throw new DomainError('CARD_NUMBER_INVALID', { problem: 'SHAPE' }, field);
  if (luhnSum(number) % 10 !== 0) throw new DomainError('CARD_NUMBER_INVALID', { problem: 'CHECKSUM' }, field);
  return number;
}

/** From the right, every second digit counts double, less nine when it passes nine (ISO/IEC 7812-1). */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, character, place) => {
    const counted = Number(character) * (place % 2 === 0 ? 1 : 2);
    return sum + (counted > 9 ? counted - 9 : counted);
  }, 0);
}

export const liveCards = (cards: readonly BankCard[]): readonly BankCard[] => cards.filter((card) => card.ended === null);

/** Adds a card; the first live one is preferred by itself. Throws CARD_ON_FILE. */
export function addCard(cards: readonly BankCard[], card: NewCard): readonly BankCard[] {
  if (liveCards(cards).some((one) => one.number === card.number)) throw new DomainError('CARD_ON_FILE', {}, 'number');
  return withPreferred([...cards, { ...card, preferred: false, ended: null }]);
}

/** The one that he is asked about first. Throws CARD_UNKNOWN. */
export function preferCard(cards: readonly BankCard[], cardId: string): readonly BankCard[] {
  requireLive(cards, cardId);
  return cards.map((card) => ({ ...card, preferred: card.id === cardId }));
}

/** Ends a card with its reason; another live one is preferred when it was the preferred one. Throws CARD_UNKNOWN. */
export function endCard(cards: readonly BankCard[], cardId: string, ended: NonNullable<BankCard['ended']>): readonly BankCard[] {
  requireLive(cards, cardId);
  return withPreferred(cards.map((card) => (card.id === cardId ? { ...card, preferred: false, ended } : card)));
}

/** The cards of two files that are one customer's: each live number once, one preferred. */
export function joinCards(kept: readonly BankCard[], added: readonly BankCard[]): readonly BankCard[] {
  const known = new Set(liveCards(kept).map((card) => card.number));
  const fresh = added.filter((card) => card.ended !== null || !known.has(card.number));
  return withPreferred([...kept, ...fresh.map((card) => ({ ...card, preferred: false }))]);
}

function withPreferred(cards: readonly BankCard[]): readonly BankCard[] {
  const live = liveCards(cards);
  if (live.length === 0 || live.some((card) => card.preferred)) return cards;
  const chosen = live.at(-1);
  return cards.map((card) => (card === chosen ? { ...card, preferred: true } : card));
}

function requireLive(cards: readonly BankCard[], cardId: string): void {
  if (!liveCards(cards).some((card) => card.id === cardId)) throw new DomainError('CARD_UNKNOWN', { cardId }, 'cardId');
}
