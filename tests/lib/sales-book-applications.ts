// Invented applications at every stage and contracts of a sales book, with what is owed on them; everything follows from the seed.
import { addDays, addMonths } from '@weilend/kernel';
import { draftApplication } from '@weilend/sales-service/domain/application/application.js';
import type { LoanApplication } from '@weilend/sales-service/domain/application/application.js';
import { openConditions } from '@weilend/sales-service/domain/application/conditions.js';
import { requiredDocuments } from '@weilend/sales-service/domain/application/documents.js';
import type { InformingTopic } from '@weilend/sales-service/domain/application/informing.js';
import type { ContractTerms } from '@weilend/sales-service/domain/application/facts.js';
import { planInspections } from '@weilend/sales-service/domain/after-loan/inspection.js';
import { contractHashOf } from '@weilend/sales-service/domain/contract/contract.js';
import type { LoanContract } from '@weilend/sales-service/domain/contract/contract.js';
import { termsHashOf } from '@weilend/sales-service/domain/contract/contract-terms.js';
import { FIRST_TEMPLATES } from '@weilend/sales-service/domain/contract/first-templates.js';
import { writeClauses } from '@weilend/sales-service/domain/contract/template-text.js';
import type { Customer } from '@weilend/sales-service/domain/customer/customer-file.js';
import type { Enquiry } from '@weilend/sales-service/domain/enquiry/enquiry.js';
import type { Proposal } from '@weilend/sales-service/domain/enquiry/proposal.js';
import { Random } from '../faults/lib/random.ts';
import { dayOf, idAt } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HASH = 'a'.repeat(64);
const EDITION = FIRST_TEMPLATES[1];

export interface LoanStory {
  readonly enquiry: Enquiry;
  readonly proposal: Proposal;
  readonly application: LoanApplication;
  readonly contract: LoanContract | null;
}

export interface Setting {
  readonly isRecent: boolean;
  readonly frame: BookFrame;
  readonly customer: Customer;
  readonly random: Random;
  readonly at: Date;
  readonly terms: ContractTerms & { readonly purpose: string };
}

export const later = ({ at }: Setting, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** A moment around now, for what is owed: one in five has passed. */
const around = ({ frame, random }: Setting): Date => new Date(frame.now.getTime() + random.between(-48, 192) * HOUR_MS);

export function applicationOf(
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
  const handedIn = { ...draft, rounds: [roundOf(setting, standing)], documents: documentsOf(setting, standing) };
  if (standing === 'submitted' || standing === 'under-check') return { ...handedIn, desk: standing };
  if (standing === 'returned') return { ...handedIn, desk: standing, tasks: tasksOf(setting, 'RETURNED', `${draft.id} 1`) };
  if (standing === 'withdrawn')
    return { ...handedIn, desk: 'withdrawn', withdrawal: { reason: '客户另有安排', at: later(setting, 4), by: customer.ownerId } };
  const passed = { ...handedIn, desk: 'passed' as const, investigationHandoffId: idAt('hof', at) };
  if (standing === 'investigating') return { ...passed, informationRequests: questionsOf(setting) };
  const decided = { ...passed, facts: factsOf(setting, standing, contract), tasks: tasksOf(setting, topicOf(standing), idAt('dec', at)) };
  if (standing === 'conditional') return { ...decided, conditions: conditionsOf(setting) };
  if (!contract) return decided;
  const contracted = { ...decided, contractId: contract.id, contractDraftedAt: later(setting, 8) };
  if (standing === 'contracting') return contracted;
  const signed = { ...contracted, desk: 'signed' as const, signedAt: contract.signedAt };
  return standing === 'signed' ? signed : { ...signed, care: careOf(setting, contract, frame), warnings: warningsOf(setting) };
}

const topicOf = (standing: string): InformingTopic =>
  standing === 'rejected' ? 'REJECTED' : standing === 'conditional' ? 'CONDITIONALLY_APPROVED' : 'APPROVED';

/** The customer was told; of the latest news every third has still to be told. */
function tasksOf(setting: Setting, topic: InformingTopic, about: string): LoanApplication['tasks'] {
  const { customer, at, random, isRecent } = setting;
  const isOpen = isRecent && random.chance(0.35);
  const told = { by: customer.ownerId, at: later(setting, 8), how: 'PHONE' as const, note: null, evidence: null };
  return [
    {
      id: idAt('tsk', at),
      about,
      topic,
      openedAt: later(setting, 7),
      dueAt: isOpen ? around(setting) : later(setting, 9),
      done: isOpen ? null : told,
    },
  ];
}

function questionsOf(setting: Setting): LoanApplication['informationRequests'] {
  const { customer, at, random } = setting;
  if (random.chance(0.4)) return [];
  const answer = { answered: true, text: '已补充说明', by: customer.ownerId, at: later(setting, 5) };
  const asked = {
    id: idAt('irq', at),
    handoffId: idAt('hof', later(setting, 4)),
    question: '请说明近三个月的进货情况',
    askedAt: later(setting, 4),
  };
  return [{ ...asked, dueAt: around(setting), answer: random.chance(0.4) ? answer : null }];
}

function conditionsOf(setting: Setting): LoanApplication['conditions'] {
  const { at, frame, random } = setting;
  const item = { conditionId: idAt('cnd', at), text: '补充近六个月银行流水', evidenceKind: 'BANK_STATEMENT' };
  return openConditions(idAt('dec', at), [{ ...item, dueOn: addDays(frame.today, random.between(-2, 12)) }]);
}

/** A sign of trouble on one loan in a hundred; those of the last two months wait for the superior. */
function warningsOf(setting: Setting): LoanApplication['warnings'] {
  const { customer, at, random, frame, isRecent } = setting;
  if (!random.chance(isRecent ? 0.2 : 0.01)) return [];
  const outcome = { measure: 'VISIT_CUSTOMER', reasons: [], at: later(setting, 40) };
  const word = { measure: 'CLOSER_WATCH' as const, comment: '加强回访', by: frame.managerId, at: later(setting, 21) };
  const sign = { id: idAt('wrn', at), handoffId: idAt('hof', later(setting, 20)), category: 'CREDIT' as const, level: 'MEDIUM' as const };
  return [
    {
      ...{ ...sign, text: '客户经营收入下滑', reportedBy: customer.ownerId, reportedAt: later(setting, 20) },
      ...(isRecent
        ? { outcome: null, acknowledgeDueAt: around(setting), acknowledged: null }
        : { outcome, acknowledgeDueAt: later(setting, 22), acknowledged: word }),
    },
  ];
}

function roundOf(setting: Setting, standing: string): LoanApplication['rounds'][number] {
  const by = setting.customer.ownerId;
  const isChecked = standing !== 'submitted' && standing !== 'withdrawn';
  const isPassed = isChecked && standing !== 'under-check' && standing !== 'returned';
  const note = { by: 'sales' as const, employeeId: by, reasons: ['资产证明不完整'], at: later(setting, 3), dueAt: around(setting) };
  return {
    ...{ no: 1, submittedAt: later(setting, 2), submittedBy: by, checkStartedAt: isChecked ? later(setting, 2) : null },
    ...{ passedAt: isPassed ? later(setting, 3) : null, returned: standing === 'returned' ? note : null },
  };
}

function documentsOf(setting: Setting, standing: string): LoanApplication['documents'] {
  const { customer, at, frame, random } = setting;
  const isOpen = standing === 'submitted' || standing === 'under-check' || standing === 'returned';
  const by = customer.ownerId;
  return requiredDocuments(customer.type).map((type, place) => ({
    ...{ id: idAt('doc', new Date(at.getTime() + place)), type, fileId: idAt('fil', new Date(at.getTime() + place)), sha256: HASH },
    ...{
      fileName: '资料.pdf',
      validUntil: isOpen && place === 0 ? addDays(frame.today, random.between(-2, 30)) : null,
      contentType: 'application/pdf',
      sizeBytes: 64_000,
      round: 1,
      attachedAt: later(setting, 1),
      attachedBy: by,
    },
    // A paper of what was just handed in has not been looked at.
    judgements:
      standing === 'submitted' ? [] : [{ isComplete: true, isTrue: true, isValid: true, reason: null, by, at: later(setting, 2) }],
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
      result: isRejected ? ('REJECTED' as const) : standing === 'conditional' ? ('CONDITIONAL' as const) : ('APPROVED' as const),
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

export function contractOf(setting: Setting, standing: string): LoanContract {
  const { customer, at, terms, frame, random } = setting;
  const { purpose, ...agreed } = terms;
  const by = customer.ownerId;
  const startOn = addDays(dayOf(at), 10);
  const parties = { lender: '惟联小额贷款有限公司', borrower: customer.name };
  const clauses = writeClauses(EDITION.sections, { ...parties, terms: agreed, purpose, startOn, overdueFactor: '1.5' });
  const written = { id: idAt('con', at), applicationId: idAt('app', at), decisionId: idAt('dec', at), terms: agreed, startOn, clauses };
  const isSigned = standing !== 'contracting';
  const signedAt = isSigned ? later(setting, 9) : null;
  const draft = { state: 'draft' as const, by, at: later(setting, 8) };
  return {
    ...{ number: `WD-${startOn.slice(0, 4)}-${written.id.slice(4)}`, review: null },
    ...{ ...written, version: 0, templateVersion: EDITION.edition, customerId: customer.id, salespersonId: by, draftNo: 1 },
    ...{ state: isSigned ? 'signed' : 'draft', history: signedAt ? [draft, { state: 'signed', by, at: signedAt }] : [draft] },
    ...signingParts(setting, {
      isSigned,
      termsHash: termsHashOf(agreed),
      contractHash: contractHashOf({ ...written, templateVersion: EDITION.edition }),
    }),
    ...{ signDueOn: isSigned ? null : addDays(frame.today, random.between(0, 12)), amended: null },
    contractHash: contractHashOf({ ...written, templateVersion: EDITION.edition }),
    ...{ payeeAccountId: isSigned ? idAt('acc', at) : null, paymentOrders: isSigned ? 1 : 0, signedBy: isSigned ? by : null, signedAt },
  };
}

/** What a signing rests on; a draft has come some of the way. */
function signingParts(
  setting: Setting,
  { isSigned, termsHash, contractHash }: { isSigned: boolean; termsHash: string; contractHash: string },
): Pick<LoanContract, 'costSheet' | 'costSheetRefusedBecause' | 'acknowledgement' | 'explanation' | 'recordings'> {
  const { customer, at, random } = setting;
  const done = isSigned ? 4 : random.between(0, 4);
  const by = customer.ownerId;
  const said = { by, at: later(setting, 9) };
  const sheet = { costSheetId: idAt('cst', at), hash: HASH, termsHash, annualCostCompound: '0.1268', issuedAt: later(setting, 8) };
  const recording = (kind: 'AUDIO' | 'VIDEO') => ({
    ...{
      kind,
      fileId: idAt('fil', later(setting, 9)),
      sha256: HASH,
      // Of no other contract, as of every recording.
      claimedHash: `${sheet.costSheetId}-${kind}`,
      sizeBytes: 900_000,
      durationSeconds: 180,
      contentType: null,
      deletion: null,
    },
    ...said,
  });
  return {
    ...{ costSheet: done > 0 ? sheet : null, costSheetRefusedBecause: [] },
    acknowledgement: done > 1 ? { costSheetId: sheet.costSheetId, costSheetHash: HASH, ...said } : null,
    explanation: done > 2 ? { textVersion: EDITION.edition, contractHash, readingSeconds: 240, ...said } : null,
    recordings: done > 3 ? [recording('AUDIO'), recording('VIDEO')] : [],
  };
}
