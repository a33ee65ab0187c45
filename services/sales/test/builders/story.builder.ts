import { parameterDefinition } from '@weilend/contracts';
import type { EventData, HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { draftApplication } from '../../src/domain/application/application.js';
import type { LoanApplication } from '../../src/domain/application/application.js';
import type { ApplicationDocument, DocumentType } from '../../src/domain/application/documents.js';
import { termsHashOf } from '../../src/domain/contract/contract-terms.js';
import type { LoanContract } from '../../src/domain/contract/contract.js';
import type { Customer } from '../../src/domain/customer/customer-file.js';
import { emptyProfile } from '../../src/domain/customer/profile.js';
import { checkCharacter } from '../../src/domain/customer/resident-id.js';
import { disclosureOf } from '../../src/domain/enquiry/disclosure.js';
import type { DisclosureConfirmation } from '../../src/domain/enquiry/disclosure.js';
import { Applications } from '../../src/persistence/application/application.repository.js';
import { Contracts } from '../../src/persistence/contract/contract.repository.js';
import { Customers } from '../../src/persistence/customer/customer.repository.js';
import { PassFirstCheck } from '../../src/use-cases/application/pass-first-check.use-case.js';
import { AcknowledgeCostSheet } from '../../src/use-cases/contract/acknowledge-cost-sheet.use-case.js';
import { AttachRecording } from '../../src/use-cases/contract/attach-recording.use-case.js';
import { DraftContract } from '../../src/use-cases/contract/draft-contract.use-case.js';
import { RecordExplanation } from '../../src/use-cases/contract/record-explanation.use-case.js';
import { SignContract } from '../../src/use-cases/contract/sign-contract.use-case.js';
import type { SalesDesk } from './desk.builder.js';
import { recordingBytes } from './recording.builder.js';

export const PRODUCT = newId('prd');
export const SHEET_HASH = 'b'.repeat(64);
const HASH = 'a'.repeat(64);
/** What every customer is told, as the platform of the tests has it in force. */
export const DISCLOSURE = disclosureOf({ value: parameterDefinition('disclosure.loan').initial, effectiveFrom: '2020-01-01' });
export const TERMS = { productId: PRODUCT, amountFen: 1_000_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };

let people = 0;

/** Another adult's number with a right check character. */
export function residentId(): string {
  const seventeen = `1101051990${String((people % 9) + 1).padStart(2, '0')}01${String(Math.trunc(people++ / 9) % 1_000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

/** That the customer confirmed the text in force for the product. */
export function told(change: Partial<DisclosureConfirmation> = {}): DisclosureConfirmation {
  const { version: textVersion, hash: textHash } = DISCLOSURE;
  const at = new Date('2026-11-20T01:20:00Z');
  return { productId: PRODUCT, textVersion, textHash, how: 'IN_PERSON', by: 'emp_1', at, ...change };
}

/** A document that passes all three verdicts. */
export function goodDocument(type: DocumentType, change: Partial<ApplicationDocument> = {}): ApplicationDocument {
  const at = new Date('2026-11-20T01:30:00Z');
  return {
    ...{
      id: newId('doc'),
      type,
      fileId: newId('fil'),
      sha256: HASH,
      fileName: 'paper.pdf',
      contentType: 'application/pdf',
      sizeBytes: 64,
      round: 1,
      validUntil: null,
    },
    ...{ attachedAt: at, attachedBy: 'emp_1', replacedBy: null },
    judgements: [{ isComplete: true, isTrue: true, isValid: true, reason: null, by: 'emp_1', at }],
    ...change,
  };
}

/** Steps of the main line, each through the use cases or the inbox, as other departments' messages would come. */
export class Story {
  constructor(readonly desk: SalesDesk) {}

  async publishProduct(change: Partial<EventData<'finance.product-published.v1'>> = {}): Promise<void> {
    const data: EventData<'finance.product-published.v1'> = {
      ...{ productId: PRODUCT, version: 1, code: 'P1', name: '经营贷', customerTypes: ['INDIVIDUAL', 'SELF_EMPLOYED', 'MICRO_ENTERPRISE'] },
      ...{
        purposes: ['EQUIPMENT', 'TRAVEL'],
        methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY'],
        minAmountFen: 10_000,
        maxAmountFen: 5_000_000,
      },
      ...{ minTermMonths: 1, maxTermMonths: 36, annualRate: '0.12', dayCount: 'PERIODIC', fees: [], effectiveFrom: '2020-01-01' },
      ...change,
    };
    await this.desk.inbox.receive(this.desk.source.event('finance.product-published.v1', PRODUCT, data));
  }

  /** A registered customer with both consents in force, put straight into the database. */
  async customer(change: Partial<Customer> = {}): Promise<string> {
    const consents = (['PERSONAL_DATA', 'CREDIT_INQUIRY'] as const).map((kind) => ({
      ...{ id: newId('cns'), kind, purpose: '贷款申请', textVersion: '1', fileId: newId('fil'), evidenceHash: HASH },
      ...{ givenOn: '2020-01-01' as LocalDate, validUntil: '2099-12-31' as LocalDate },
    }));
    const customer: Customer = {
      ...{
        id: newId('cus'),
        version: 0,
        type: 'INDIVIDUAL',
        name: '王小明',
        residentId: residentId(),
        creditCode: null,
        representativeName: null,
      },
      ...{ phone: '13800138000', address: '北京市朝阳区某路 1 号', ownerId: this.desk.seller.employeeId, leadId: null },
      ...{ registeredOn: '2026-11-01' as LocalDate, filedAt: null, profile: emptyProfile, consents, corrections: [], grades: [] },
      ...{ cards: [], overrides: [], lateLoans: [], merged: null, merges: [], regradeDueOn: null },
      ...{ nextVisitOn: '2026-12-01' as LocalDate, owners: [], ...change },
    };
    await this.write((tx) => this.desk.get(Customers).insert(customer, tx));
    return customer.id;
  }

  /** An application put straight into the database: a draft with everything that gate G1 asks for, unless `change` says otherwise. */
  async given(change: Partial<LoanApplication> = {}, customer: Partial<Customer> = {}): Promise<string> {
    const { annualRate: _price, ...asked } = TERMS;
    const draft = draftApplication({
      ...{
        id: newId('app'),
        customerId: await this.customer(customer),
        customerType: 'INDIVIDUAL',
        salespersonId: this.desk.seller.employeeId,
      },
      ...{
        enquiryId: null,
        proposalId: null,
        ask: { ...asked, purpose: 'EQUIPMENT', purposeNote: null },
        createdAt: new Date('2026-11-20T01:00:00Z'),
      },
    });
    const documents = (['IDENTITY', 'INCOME', 'ASSETS'] as const).map((type) => goodDocument(type));
    await this.write((tx) => this.desk.get(Applications).insert({ ...draft, documents, disclosures: [told()], ...change }, tx));
    return draft.id;
  }

  /** Passed on to risk, with the handoff really sent. */
  async passed(change: Partial<LoanApplication> = {}): Promise<string> {
    const at = new Date('2026-11-20T02:00:00Z');
    const round = { no: 1, submittedAt: at, submittedBy: this.desk.seller.employeeId, checkStartedAt: at, passedAt: null, returned: null };
    const applicationId = await this.given({ desk: 'under-check', rounds: [round], ...change });
    await this.desk.get(PassFirstCheck).execute(this.desk.seller, { applicationId });
    return applicationId;
  }

  reportData(applicationId: string, rating: 'LOW' | 'HIGH' = 'LOW'): EventData<'risk.report-finalised.v1'> {
    return {
      ...{ applicationId, investigationId: newId('inv'), reportId: newId('rep'), reportVersion: 1, reportHash: HASH, rating },
      ...{ recommendation: 'APPROVE', score: 600, scorecardId: 'v0', scorecardVersion: 1, recommendedAmountFen: 1_000_000 },
      ...{ recommendedTermMonths: 12, recommendedAnnualRate: null, participants: [{ role: 'INVESTIGATOR', employeeId: newId('emp') }] },
    };
  }

  decisionData(
    applicationId: string,
    change: Partial<EventData<'approval.decision-made.v1'>> = {},
  ): EventData<'approval.decision-made.v1'> {
    return {
      ...{ applicationId, caseId: newId('cas'), decisionId: newId('dec'), result: 'APPROVED', terms: TERMS, validUntil: '2099-12-31' },
      ...{ conditionIds: [], reportId: newId('rep'), reportVersion: 1, reportHash: HASH, policyVersion: 1 },
      ...{ participants: [{ role: 'VOTER', employeeId: newId('emp') }], decidedOn: '2026-11-23', ...change },
    };
  }

  async decide(applicationId: string, change: Partial<EventData<'approval.decision-made.v1'>> = {}): Promise<string> {
    const data = this.decisionData(applicationId, change);
    await this.desk.inbox.receive(this.desk.source.event('approval.decision-made.v1', applicationId, data));
    return data.decisionId;
  }

  signWork(applicationId: string, decisionId: string): HandoffData<'sign-contract'> {
    return { applicationId, decisionId, participants: [], ...TERMS, validUntil: '2099-12-31' };
  }

  /** Passed, reported, approved, and the work of signing received. */
  async approved(): Promise<{ applicationId: string; decisionId: string }> {
    const applicationId = await this.passed();
    await this.desk.inbox.receive(this.desk.source.event('risk.report-finalised.v1', applicationId, this.reportData(applicationId)));
    const decisionId = await this.decide(applicationId);
    const work = { subject: applicationId, data: this.signWork(applicationId, decisionId) };
    await this.desk.inbox.receive(this.desk.source.handoff('sign-contract', 'approval', work));
    return { applicationId, decisionId };
  }

  async issueSheet(contractId: string, change: object = {}): Promise<void> {
    const { applicationId, terms } = await this.contract(contractId);
    const sheet = {
      costSheetId: newId('cst'),
      contractId,
      applicationId,
      hash: SHEET_HASH,
      termsHash: termsHashOf(terms),
      annualCostCompound: '0.1268',
    };
    await this.desk.inbox.receive(this.desk.source.event('finance.cost-sheet-issued.v1', applicationId, { ...sheet, ...change }));
  }

  /** A draft with everything that gate G6 asks for, less what `without` names. */
  async readyContract(
    without: readonly ('sheet' | 'acknowledgement' | 'explanation' | 'AUDIO' | 'VIDEO')[] = [],
  ): Promise<{ applicationId: string; contractId: string }> {
    const { applicationId } = await this.approved();
    const { seller } = this.desk;
    const contractId = await this.desk.get(DraftContract).execute(seller, { applicationId });
    if (!without.includes('sheet')) await this.issueSheet(contractId);
    if (!without.includes('sheet') && !without.includes('acknowledgement')) {
      await this.desk.get(AcknowledgeCostSheet).execute(seller, { contractId, costSheetHash: SHEET_HASH });
    }
    await this.draftedBefore(contractId, 10);
    const explanation = { contractId, textVersion: '1', readingSeconds: 120, confirmedByCustomer: true };
    if (!without.includes('explanation')) await this.desk.get(RecordExplanation).execute(seller, explanation);
    for (const kind of ['AUDIO', 'VIDEO'] as const) {
      if (without.includes(kind)) continue;
      const bytes = recordingBytes(kind, 120, contractId);
      const fileId = await this.desk.upload({ kind: 'application', id: applicationId }, `${kind.toLowerCase()}/mp4`, bytes);
      await this.desk.get(AttachRecording).execute(seller, { contractId, kind, fileId });
    }
    return { applicationId, contractId };
  }

  /** As if the draft had been there for so many minutes: nobody reads a text longer than that. */
  async draftedBefore(contractId: string, minutes: number): Promise<void> {
    const at = new Date(this.desk.platform.clock.now().getTime() - minutes * 60_000);
    const contracts = this.desk.platform.database.collection<{ _id: string }>('contracts');
    await contracts.updateOne({ _id: contractId }, { $set: { 'history.0.at': at } });
  }

  /** A signed contract put straight into the database, as if every gate had been passed. */
  async signDirectly(applicationId: string): Promise<{ applicationId: string; contractId: string }> {
    const contractId = await this.desk.get(DraftContract).execute(this.desk.seller, { applicationId });
    const at = new Date('2026-11-23T01:05:00Z');
    await this.write(async (tx) => {
      const contract = await this.desk.get(Contracts).get(contractId, tx);
      await this.desk
        .get(Contracts)
        .save({ ...contract, state: 'signed', signedAt: at, signedBy: contract.salespersonId, paymentOrders: 1 }, tx);
      const application = await this.desk.get(Applications).get(applicationId, tx);
      await this.desk.get(Applications).save({ ...application, desk: 'signed', signedAt: at, contractDraftedAt: at }, tx);
    });
    return { applicationId, contractId };
  }

  async signed(): Promise<{ applicationId: string; contractId: string }> {
    const made = await this.readyContract();
    await this.sign(made.contractId);
    return made;
  }

  sign(contractId: string, by = this.desk.seller): Promise<string> {
    return this.desk.get(SignContract).execute(by, { requestKey: newId('key'), contractId, payeeAccountId: newId('acc') });
  }

  application(id: string): Promise<LoanApplication> {
    return this.read((tx) => this.desk.get(Applications).get(id, tx));
  }

  contract(id: string): Promise<LoanContract> {
    return this.read((tx) => this.desk.get(Contracts).get(id, tx));
  }

  read<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    return this.desk.platform.work.run({ actor: this.desk.seller, operation: 'read' }, body);
  }

  write<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    return this.desk.platform.work.run({ actor: this.desk.seller, operation: 'given' }, body);
  }
}
