// Invented enquiries, proposals, applications at every stage, contracts and visits of a sales book; everything follows from the seed.
import { addDays, addMonths } from '@weilend/kernel';
import { draftApplication } from '@weilend/sales-service/domain/application/application.js';
import type { LoanApplication } from '@weilend/sales-service/domain/application/application.js';
import { requiredDocuments } from '@weilend/sales-service/domain/application/documents.js';
import type { ContractTerms } from '@weilend/sales-service/domain/application/facts.js';
import type { ReturnVisit } from '@weilend/sales-service/domain/care/return-visit.js';
import { planInspections } from '@weilend/sales-service/domain/after-loan/inspection.js';
import { templateClauses, TEMPLATE_VERSION } from '@weilend/sales-service/domain/contract/clauses.js';
import { contractHashOf } from '@weilend/sales-service/domain/contract/contract.js';
import type { LoanContract } from '@weilend/sales-service/domain/contract/contract.js';
import { termsHashOf } from '@weilend/sales-service/domain/contract/contract-terms.js';
import type { Customer } from '@weilend/sales-service/domain/customer/customer-file.js';
import type { Enquiry } from '@weilend/sales-service/domain/enquiry/enquiry.js';
import type { Proposal } from '@weilend/sales-service/domain/enquiry/proposal.js';
import { Random } from '../faults/lib/random.ts';
import { dayOf, idAt, momentOf } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';

const DAY_MS = 86_400_000;
const HASH = 'a'.repeat(64);
const RATE = '0.12';
const METHODS = ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY'] as const;

/** How far applications have come, each as often as it stands here: most are paid out. */
const STANDINGS = [
  ...['draft', 'submitted', 'under-check', 'returned', 'investigating', 'rejected', 'withdrawn', 'approved', 'contracting', 'signed'],
  ...Array<string>(20).fill('disbursed'),
];

export interface LoanStory {
  readonly enquiry: Enquiry;
  readonly proposal: Proposal;
  readonly application: LoanApplication;
  readonly contract: LoanContract | null;
}

interface Setting {
  readonly frame: BookFrame;
  readonly customer: Customer;
  readonly random: Random;
  readonly at: Date;
  readonly terms: ContractTerms & { readonly purpose: string };
}

/** The way of one customer's wish from the enquiry to where it stands; `n`th of so many in the book. */
export function loanStory(frame: BookFrame, customer: Customer, n: number, of: number): LoanStory {
  const random = new Random(frame.seed, `loan ${n}`);
  const at = momentOf(frame, n, of);
  const terms = {
    ...{ productId: frame.productId, amountFen: random.between(10, 500) * 100_000, termMonths: random.pick([6, 12, 24, 36]) },
    ...{ annualRate: RATE, method: random.pick(METHODS), purpose: random.pick(['WORKING_CAPITAL', 'EQUIPMENT', 'STOCK_PURCHASE']) },
  };
  const setting: Setting = { frame, customer, random, at, terms };
  const enquiry = enquiryOf(setting);
  const proposal = proposalOf(setting, enquiry);
  const standing = random.pick(STANDINGS);
  const contract = ['contracting', 'signed', 'disbursed'].includes(standing) ? contractOf(setting, standing) : null;
  return { enquiry, proposal, application: applicationOf(setting, standing, { enquiry, proposal, contract }), contract };
}

const later = ({ at }: Setting, days: number): Date => new Date(at.getTime() + days * DAY_MS);

function enquiryOf({ frame, customer, at, terms }: Setting): Enquiry {
  const { purpose, amountFen, termMonths, method } = terms;
  return {
    ...{ id: idAt('enq', at), version: 0, leadId: null, customerId: customer.id, salespersonId: customer.ownerId, receivedAt: at },
    ...{ firstResponseDueAt: new Date(at.getTime() + 4 * 3_600_000), firstRespondedAt: new Date(at.getTime() + 3_600_000), note: null },
    presented: [{ productId: frame.productId, productVersion: 1, at }],
    needs: { purpose, amountFen, termMonths, method },
  };
}

function proposalOf(setting: Setting, enquiry: Enquiry): Proposal {
  const { frame, customer, at, terms } = setting;
  const { purpose, amountFen, termMonths, method } = terms;
  const quote = {
    ...{ quoteId: idAt('quo', at), method, termsHash: termsHashOf(terms), totalInterestFen: Math.round(amountFen / 10), totalFeesFen: 0 },
    ...{ firstInstalmentFen: Math.round(amountFen / termMonths), annualCostCompound: '0.1268', withinCap: true },
  };
  return {
    ...{ id: idAt('prp', at), version: 0, enquiryId: enquiry.id, customerId: customer.id, salespersonId: customer.ownerId },
    ...{ productId: frame.productId, productVersion: 1, needs: { purpose, amountFen, termMonths, method }, methods: [method] },
    ...{ startOn: dayOf(at), state: 'QUOTED', quotes: [quote], refusedBecause: [], createdAt: later(setting, 1) },
  };
}

function applicationOf(
  setting: Setting,
  standing: string,
  { enquiry, proposal, contract }: Pick<LoanStory, 'enquiry' | 'proposal' | 'contract'>,
): LoanApplication {
  const { frame, customer, at, terms } = setting;
  const { annualRate: _price, ...asked } = terms;
  const draft = draftApplication({
    ...{ id: idAt('app', at), customerId: customer.id, customerType: customer.type, salespersonId: customer.ownerId },
    ...{ enquiryId: enquiry.id, proposalId: proposal.id, ask: { ...asked, purposeNote: null }, createdAt: later(setting, 1) },
  });
  if (standing === 'draft') return draft;
  const handedIn = { ...draft, rounds: [roundOf(setting, standing)], documents: documentsOf(setting) };
  if (standing === 'submitted' || standing === 'under-check' || standing === 'returned') return { ...handedIn, desk: standing };
  if (standing === 'withdrawn')
    return { ...handedIn, desk: 'withdrawn', withdrawal: { reason: '客户另有安排', at: later(setting, 4), by: customer.ownerId } };
  const passed = { ...handedIn, desk: 'passed' as const };
  if (standing === 'investigating') return passed;
  const decided = { ...passed, facts: factsOf(setting, standing, contract) };
  if (!contract) return decided;
  const contracted = { ...decided, contractId: contract.id, contractDraftedAt: later(setting, 8) };
  if (standing === 'contracting') return contracted;
  const signed = { ...contracted, desk: 'signed' as const, signedAt: contract.signedAt };
  return standing === 'signed' ? signed : { ...signed, care: careOf(setting, contract, frame) };
}

function roundOf(setting: Setting, standing: string): LoanApplication['rounds'][number] {
  const by = setting.customer.ownerId;
  const isChecked = standing !== 'submitted' && standing !== 'withdrawn';
  const isPassed = isChecked && standing !== 'under-check' && standing !== 'returned';
  const note = { by: 'sales' as const, employeeId: by, reasons: ['资产证明不完整'], at: later(setting, 3), dueAt: later(setting, 10) };
  return {
    ...{ no: 1, submittedAt: later(setting, 2), submittedBy: by, checkStartedAt: isChecked ? later(setting, 2) : null },
    ...{ passedAt: isPassed ? later(setting, 3) : null, returned: standing === 'returned' ? note : null },
  };
}

function documentsOf(setting: Setting): LoanApplication['documents'] {
  const { customer, at } = setting;
  const by = customer.ownerId;
  return requiredDocuments(customer.type).map((type, place) => ({
    ...{ id: idAt('doc', new Date(at.getTime() + place)), type, fileId: idAt('fil', new Date(at.getTime() + place)), sha256: HASH },
    ...{ fileName: '资料.pdf', contentType: 'application/pdf', sizeBytes: 64_000, round: 1, attachedAt: later(setting, 1), attachedBy: by },
    judgements: [{ isComplete: true, isTrue: true, isValid: true, reason: null, by, at: later(setting, 2) }],
    replacedBy: null,
  }));
}

function factsOf(setting: Setting, standing: string, contract: LoanContract | null): LoanApplication['facts'] {
  const { at, terms, random } = setting;
  const { purpose: _purpose, ...approved } = terms;
  const report = { reportId: idAt('rep', at), reportVersion: 1, rating: random.pick(['LOW', 'MEDIUM'] as const), at: later(setting, 6) };
  const isRejected = standing === 'rejected';
  const decision = {
    ...{
      decisionId: idAt('dec', at),
      result: isRejected ? ('REJECTED' as const) : ('APPROVED' as const),
      terms: isRejected ? null : approved,
    },
    ...{ validUntil: isRejected ? null : addDays(dayOf(at), 97), conditionIds: [], at: later(setting, 7) },
  };
  const disbursed =
    standing === 'disbursed' && contract
      ? {
          loanId: idAt('lon', at),
          contractId: contract.id,
          amountFen: terms.amountFen,
          disbursedOn: addDays(dayOf(at), 10),
          at: later(setting, 10),
        }
      : null;
  const none = { confirmed: [], lapsed: [], reversed: null, cancelled: null, cancellationRefused: null, paymentReturned: [] };
  return { reports: [report], decisions: [decision], disbursed, ...none };
}

function careOf({ at, terms }: Setting, contract: LoanContract, { today }: BookFrame): LoanApplication['care'] {
  const disbursedOn = addDays(dayOf(at), 10);
  const plan = planInspections({ disbursedOn, termMonths: terms.termMonths, firstWithinDays: 15, intervalDays: 90 });
  const inspections = plan.map(({ kind, dueOn }, place) => ({
    ...{ id: idAt('ins', new Date(at.getTime() + place)), kind, dueOn },
    done: dueOn < addDays(today, -5) ? inspected(contract, at, dueOn) : null,
  }));
  return {
    loanId: idAt('lon', at),
    contractId: contract.id,
    disbursedOn,
    maturesOn: addMonths(disbursedOn, terms.termMonths),
    inspections,
  };
}

const inspected = ({ salespersonId: by }: LoanContract, at: Date, on: ReturnType<typeof dayOf>) => ({
  ...{
    verdict: 'AS_AGREED' as const,
    fileId: idAt('fil', at),
    sha256: HASH,
    finding: '资金按约定用途使用',
    by,
    on,
    at: new Date(`${on}T02:00:00Z`),
  },
});

function contractOf(setting: Setting, standing: string): LoanContract {
  const { customer, at, terms } = setting;
  const { purpose, ...agreed } = terms;
  const by = customer.ownerId;
  const startOn = addDays(dayOf(at), 10);
  const parties = { lender: '惟联小额贷款有限公司', borrower: customer.name };
  const clauses = templateClauses({ ...parties, terms: agreed, purpose, startOn, overdueFactor: '1.5' });
  const written = { id: idAt('con', at), applicationId: idAt('app', at), decisionId: idAt('dec', at), terms: agreed, startOn, clauses };
  const isSigned = standing !== 'contracting';
  const signedAt = isSigned ? later(setting, 9) : null;
  const draft = { state: 'draft' as const, by, at: later(setting, 8) };
  return {
    ...{ ...written, version: 0, templateVersion: TEMPLATE_VERSION, customerId: customer.id, salespersonId: by, draftNo: 1 },
    ...{ state: isSigned ? 'signed' : 'draft', history: signedAt ? [draft, { state: 'signed', by, at: signedAt }] : [draft] },
    ...{ costSheet: null, costSheetRefusedBecause: [], acknowledgement: null, explanation: null, recordings: [] },
    contractHash: contractHashOf({ ...written, templateVersion: TEMPLATE_VERSION }),
    ...{ payeeAccountId: isSigned ? idAt('acc', at) : null, paymentOrders: isSigned ? 1 : 0, signedBy: isSigned ? by : null, signedAt },
  };
}

/** An enquiry of the last month that led to nothing yet; the latest ones wait for their first answer. */
export function freshEnquiryOf(frame: BookFrame, customer: Customer, n: number, of: number): Enquiry {
  const random = new Random(frame.seed, `fresh enquiry ${n}`);
  const at = new Date(frame.now.getTime() - 30 * DAY_MS + Math.floor((30 * DAY_MS * n) / of) + 1);
  const isAnswered = n < of * 0.9;
  return {
    ...{ id: idAt('enq', at), version: 0, leadId: null, customerId: customer.id, salespersonId: customer.ownerId, receivedAt: at },
    firstResponseDueAt: new Date(at.getTime() + 4 * 3_600_000),
    firstRespondedAt: isAnswered ? new Date(at.getTime() + random.between(1, 6) * 3_600_000) : null,
    ...{ presented: [], needs: { purpose: null, amountFen: null, termMonths: null, method: null }, note: '电话咨询' },
  };
}

/** A visit to a customer after his loan. */
export function visitOf(frame: BookFrame, customer: Customer, n: number, of: number): ReturnVisit {
  const random = new Random(frame.seed, `visit ${n}`);
  const at = momentOf(frame, n, of);
  return {
    ...{ id: idAt('vis', at), version: 0, customerId: customer.id, salespersonId: customer.ownerId, visitedOn: dayOf(at), recordedAt: at },
    ...{ way: random.pick(['ON_SITE', 'PHONE', 'VIDEO'] as const), useOfLoan: '按约定使用', business: '经营正常', furtherNeeds: '暂无' },
    satisfaction: random.chance(0.8) ? random.between(3, 5) : null,
  };
}
