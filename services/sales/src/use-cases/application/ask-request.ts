import type { Ask } from '../../domain/application/application.js';

/** What is asked for, as a request names it; `amount` holds fen, as the scalar gives it. */
export interface AskRequest {
  readonly productId?: string | null;
  readonly purpose?: string | null;
  readonly purposeNote?: string | null;
  readonly amount?: number | null;
  readonly termMonths?: number | null;
  readonly method?: string | null;
}

/** What is left out stays left out. */
export function askChange({ productId, purpose, purposeNote, amount, termMonths, method }: AskRequest): Partial<Ask> {
  return { productId, purpose, purposeNote, amountFen: amount, termMonths, method };
}
