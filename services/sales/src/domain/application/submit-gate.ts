import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { missingConsents } from '../customer/consent.js';
import type { Consent } from '../customer/consent.js';
import { requireAdult } from '../customer/resident-id.js';
import { unsuitable, versionInForce } from '../enquiry/product.js';
import type { Product } from '../enquiry/product.js';
import { missingDisclosure } from '../enquiry/disclosure.js';
import type { Ask, CompleteAsk, LoanApplication } from './application.js';
import { documentProblems } from './documents.js';

// Gate G1, before an application may be submitted or passed on: what is asked for is complete and the product allows it, every document
// that this kind of customer must bring is complete, true and valid, the written consents are in force, the borrower is of age, and he has
// confirmed that he was told what every customer must know about this product.

export interface SubmitFacts {
  readonly consents: readonly Consent[];
  /** Of the borrower, or of the legal representative. */
  readonly birthDate: LocalDate;
  readonly product: Product | null;
  /** Of the disclosure in force; null when that of its own day counts. */
  readonly disclosureHash: string | null;
  readonly today: LocalDate;
}

const PARTS: readonly (keyof Ask & keyof CompleteAsk)[] = ['productId', 'purpose', 'amountFen', 'termMonths', 'method'];

/** The complete ask, or every refusal of gate G1 at once [4.2, 4.4-4.6]. */
export function passSubmitGate(
  application: Pick<LoanApplication, 'ask' | 'customerType' | 'documents' | 'disclosures'>,
  facts: SubmitFacts,
): CompleteAsk {
  const refusals = new Refusals();
  const ask = refusals.try(() => requireAsk(application.ask, facts.today));
  if (ask) {
    const version = refusals.try(() => versionInForce(facts.product, ask.productId, facts.today));
    if (version) refusals.add(...unsuitable(version, { ...ask, customerType: application.customerType }));
  }
  refusals.add(...documentProblems(application.customerType, application.documents, facts.today));
  refusals.add(...missingConsents(facts.consents, facts.today));
  const { productId } = application.ask;
  if (productId) refusals.add(...missingDisclosure(application.disclosures, { productId, textHash: facts.disclosureHash }));
  refusals.try(() => requireAdult(facts.birthDate, facts.today));
  refusals.done();
  return ask ?? requireAsk(application.ask, facts.today);
}

/** Throws DomainErrors APPLICATION_FIELD_MISSING, one for each part. */
export function requireAsk(ask: Ask, on: LocalDate): CompleteAsk {
  const { productId, purpose, amountFen, termMonths, method } = ask;
  const refusals = new Refusals();
  for (const part of PARTS) {
    if (!ask[part])
      refusals.add(
        new DomainError(
          'APPLICATION_FIELD_MISSING',
          { part: part === 'amountFen' ? 'amount' : part },
          part === 'amountFen' ? 'amount' : part,
        ),
      );
  }
  refusals.done();
  return {
    productId: productId ?? '',
    purpose: purpose ?? '',
    amountFen: amountFen ?? 0,
    termMonths: termMonths ?? 0,
    method: method ?? '',
    on,
  };
}
