// Invented enquiries, proposals and visits of a sales book, and the whole way of a loan; everything follows from the seed.
import { addDays } from '@weilend/kernel';
import type { ReturnVisit } from '@weilend/sales-service/domain/care/return-visit.js';
import { termsHashOf } from '@weilend/sales-service/domain/contract/contract-terms.js';
import type { Customer } from '@weilend/sales-service/domain/customer/customer-file.js';
import { closeEnquiry, openEnquiry } from '@weilend/sales-service/domain/enquiry/enquiry.js';
import type { Enquiry } from '@weilend/sales-service/domain/enquiry/enquiry.js';
import type { Proposal } from '@weilend/sales-service/domain/enquiry/proposal.js';
import { Random } from '../faults/lib/random.ts';
import { dayOf, idAt, momentOf } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';
import { applicationOf, contractOf, later } from './sales-book-applications.ts';
import type { LoanStory, Setting } from './sales-book-applications.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const RATE = '0.12';
const METHODS = ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY'] as const;

/** How far applications came in the end, and where those of the last two months stand. */
const ENDS = [...Array<string>(20).fill('disbursed'), 'rejected', 'rejected', 'withdrawn'];
const IN_HAND = [
  ...['draft', 'submitted', 'under-check', 'returned', 'returned', 'investigating', 'investigating', 'rejected', 'withdrawn'],
  ...['approved', 'conditional', 'contracting', 'contracting', 'signed', 'disbursed', 'disbursed'],
];
/** Share of the latest stories that are not over yet: two months of three years. */
const RECENT = 0.055;

/** The way of one customer's wish from the enquiry to where it stands; `n`th of so many in the book. */
export function loanStory(frame: BookFrame, customer: Customer, n: number, of: number): LoanStory {
  const random = new Random(frame.seed, `loan ${n}`);
  const at = momentOf(frame, n, of);
  const terms = {
    ...{ productId: frame.productId, amountFen: random.between(10, 500) * 100_000, termMonths: random.pick([6, 12, 24, 36]) },
    ...{ annualRate: RATE, method: random.pick(METHODS), purpose: random.pick(['WORKING_CAPITAL', 'EQUIPMENT', 'STOCK_PURCHASE']) },
  };
  const isRecent = of - n <= of * RECENT;
  const setting: Setting = { frame, customer, random, at, terms, isRecent };
  const enquiry = enquiryOf(setting);
  const proposal = proposalOf(setting, enquiry);
  const standing = random.pick(isRecent ? IN_HAND : ENDS);
  const contract = ['contracting', 'signed', 'disbursed'].includes(standing) ? contractOf(setting, standing) : null;
  return { enquiry, proposal, application: applicationOf(setting, standing, { enquiry, proposal, contract }), contract };
}

function enquiryOf({ frame, customer, at, terms }: Setting): Enquiry {
  const { purpose, amountFen, termMonths, method } = terms;
  const answeredAt = new Date(at.getTime() + HOUR_MS);
  const opened = openEnquiry({
    ...{ id: idAt('enq', at), leadId: null, customerId: customer.id, salespersonId: customer.ownerId, receivedAt: at, note: null },
    firstResponseDueAt: new Date(at.getTime() + 4 * HOUR_MS),
  });
  const answered = {
    ...opened,
    ...{ firstRespondedAt: answeredAt, presented: [{ productId: frame.productId, productVersion: 1, at }] },
    ...{ needs: { purpose, amountFen, termMonths, method }, needsKnownAt: answeredAt },
    ...{ firstProposalDueAt: new Date(at.getTime() + 2 * DAY_MS), firstProposedAt: new Date(at.getTime() + DAY_MS) },
  };
  return closeEnquiry(answered, { outcome: 'APPLIED', reason: null, by: customer.ownerId, at: new Date(at.getTime() + DAY_MS) });
}

function proposalOf(setting: Setting, enquiry: Enquiry): Proposal {
  const { customer, at } = setting;
  return {
    ...openProposalOf(setting, { enquiryId: enquiry.id, madeAt: at }),
    ...{ state: 'APPLIED', answer: { accepted: true, reason: null, by: customer.ownerId, at: later(setting, 1) } },
  };
}

function openProposalOf(setting: Setting, { enquiryId, madeAt }: { enquiryId: string; madeAt: Date }): Proposal {
  const { frame, customer, terms } = setting;
  const { purpose, amountFen, termMonths, method } = terms;
  const quote = {
    ...{
      quoteId: idAt('quo', madeAt),
      method,
      termsHash: termsHashOf(terms),
      totalInterestFen: Math.round(amountFen / 10),
      totalFeesFen: 0,
    },
    ...{ firstInstalmentFen: Math.round(amountFen / termMonths), annualCostCompound: '0.1268', withinCap: true },
  };
  return {
    ...{ id: idAt('prp', madeAt), version: 0, enquiryId, customerId: customer.id, salespersonId: customer.ownerId },
    ...{ productId: frame.productId, productVersion: 1, needs: { purpose, amountFen, termMonths, method }, methods: [method] },
    ...{ startOn: dayOf(madeAt), validUntil: addDays(dayOf(madeAt), 30), replacesId: null, state: 'QUOTED', quotes: [quote] },
    ...{ refusedBecause: [], answer: null, disclosure: null, createdAt: new Date(madeAt.getTime() + HOUR_MS) },
  };
}

/** An enquiry of the last month that led to no application: some wait for the answer, some for a proposal, some for the customer. */
export function freshEnquiryOf(
  frame: BookFrame,
  customer: Customer,
  n: number,
  of: number,
): { enquiry: Enquiry; proposal: Proposal | null } {
  const random = new Random(frame.seed, `fresh enquiry ${n}`);
  const at = new Date(frame.now.getTime() - 30 * DAY_MS + Math.floor((30 * DAY_MS * n) / of) + 1);
  const enquiry = openEnquiry({
    ...{ id: idAt('enq', at), leadId: null, customerId: customer.id, salespersonId: customer.ownerId, receivedAt: at, note: '电话咨询' },
    firstResponseDueAt: new Date(at.getTime() + 4 * HOUR_MS),
  });
  if (n >= of * 0.96) return { enquiry, proposal: null };
  const answeredAt = new Date(at.getTime() + random.between(1, 6) * HOUR_MS);
  const answered = { ...enquiry, firstRespondedAt: answeredAt };
  if (random.chance(0.4)) {
    const closing = { outcome: 'NOT_INTERESTED' as const, reason: '客户暂无贷款需求', by: customer.ownerId, at: answeredAt };
    return { enquiry: closeEnquiry(answered, closing), proposal: null };
  }
  const terms = { productId: frame.productId, amountFen: random.between(10, 300) * 100_000, termMonths: 12, annualRate: RATE };
  const wished = { ...terms, method: random.pick(METHODS), purpose: 'WORKING_CAPITAL' };
  const { purpose, amountFen, termMonths, method } = wished;
  const firstProposalDueAt = new Date(answeredAt.getTime() + 2 * DAY_MS);
  const known = { ...answered, needs: { purpose, amountFen, termMonths, method }, needsKnownAt: answeredAt, firstProposalDueAt };
  // One in ten has waited too long.
  if (n >= of * 0.85 || random.chance(0.02)) return { enquiry: known, proposal: null };
  const setting: Setting = { frame, customer, random, at, terms: wished, isRecent: true };
  const proposal = openProposalOf(setting, { enquiryId: enquiry.id, madeAt: at });
  return {
    enquiry: { ...known, firstProposedAt: proposal.createdAt },
    proposal: { ...proposal, state: random.chance(0.3) ? 'PRICING' : 'QUOTED' },
  };
}

/** A visit to a customer after his loan. */
export function visitOf(frame: BookFrame, customer: Customer, n: number, of: number): ReturnVisit {
  const random = new Random(frame.seed, `visit ${n}`);
  const at = momentOf(frame, n, of);
  return {
    ...{ id: idAt('vis', at), version: 0, customerId: customer.id, salespersonId: customer.ownerId, visitedOn: dayOf(at), recordedAt: at },
    ...{ way: random.pick(['ON_SITE', 'PHONE', 'VIDEO'] as const), useOfLoan: '按约定使用', business: '经营正常', furtherNeeds: '暂无' },
    ...{ support: null, plannedVisitId: null, satisfaction: random.chance(0.8) ? random.between(3, 5) : null },
  };
}
