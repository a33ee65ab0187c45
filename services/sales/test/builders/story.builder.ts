import { newId } from '@weilend/kernel';
import type { EventData, HandoffData } from '@weilend/contracts';
import { checkCharacter } from '../../src/domain/customer/resident-id.js';
import { termsHashOf } from '../../src/domain/contract/contract-terms.js';
import type { LoanApplication } from '../../src/domain/application/application.js';
import type { LoanContract } from '../../src/domain/contract/contract.js';
import { Applications } from '../../src/persistence/application.repository.js';
import { Contracts } from '../../src/persistence/contract.repository.js';
import { AttachDocument } from '../../src/use-cases/application/attach-document.use-case.js';
import { CreateApplication } from '../../src/use-cases/application/create-application.use-case.js';
import { JudgeDocument } from '../../src/use-cases/application/judge-document.use-case.js';
import { PassFirstCheck } from '../../src/use-cases/application/pass-first-check.use-case.js';
import { StartCheck } from '../../src/use-cases/application/start-check.use-case.js';
import { SubmitApplication } from '../../src/use-cases/application/submit-application.use-case.js';
import { AcknowledgeCostSheet } from '../../src/use-cases/contract/acknowledge-cost-sheet.use-case.js';
import { AttachRecording } from '../../src/use-cases/contract/attach-recording.use-case.js';
import { DraftContract } from '../../src/use-cases/contract/draft-contract.use-case.js';
import { RecordExplanation } from '../../src/use-cases/contract/record-explanation.use-case.js';
import { SignContract } from '../../src/use-cases/contract/sign-contract.use-case.js';
import { RecordConsent } from '../../src/use-cases/customer/record-consent.use-case.js';
import { RegisterCustomer } from '../../src/use-cases/customer/register-customer.use-case.js';
import type { SalesDesk } from './desk.builder.js';

export const PRODUCT = newId('prd');
export const SHEET_HASH = 'b'.repeat(64);
const HASH = 'a'.repeat(64);
export const TERMS = { productId: PRODUCT, amountFen: 1_000_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };

let people = 0;

/** Another adult's number with a right check character. */
export function residentId(): string {
  const seventeen = `1101051990${String((people % 9) + 1).padStart(2, '0')}01${String(Math.trunc(people++ / 9) % 1_000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

/** Steps of the main line, each through the use cases or the inbox, as other departments' messages would come. */
export class Story {
  constructor(readonly desk: SalesDesk) {}

  async publishProduct(): Promise<void> {
    const data: EventData<'finance.product-published.v1'> = {
      ...{ productId: PRODUCT, version: 1, code: 'P1', name: '经营贷', customerTypes: ['INDIVIDUAL', 'SELF_EMPLOYED', 'MICRO_ENTERPRISE'] },
      ...{
        purposes: ['EQUIPMENT', 'TRAVEL'],
        methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY'],
        minAmountFen: 10_000,
        maxAmountFen: 5_000_000,
      },
      ...{ minTermMonths: 1, maxTermMonths: 36, annualRate: '0.12', dayCount: 'PERIODIC', fees: [], effectiveFrom: '2020-01-01' },
    };
    await this.desk.inbox.receive(this.desk.source.event('finance.product-published.v1', PRODUCT, data));
  }

  register(change: object = {}): Promise<string> {
    const identity = {
      type: 'INDIVIDUAL' as const,
      name: '王小明',
      residentId: residentId(),
      phone: '13800138000',
      address: '北京市朝阳区某路 1 号',
      ...change,
    };
    return this.desk.get(RegisterCustomer).execute(this.desk.seller, { identity });
  }

  async consent(customerId: string, kind: 'PERSONAL_DATA' | 'CREDIT_INQUIRY'): Promise<void> {
    const fileId = await this.desk.upload({ kind: 'customer', id: customerId });
    const input = { customerId, kind, purpose: '贷款申请', textVersion: '1', fileId };
    await this.desk.get(RecordConsent).execute(this.desk.seller, input);
  }

  /** A draft of a customer with both consents, without papers. */
  async draft(ask: object = {}): Promise<string> {
    const customerId = await this.register();
    await this.consent(customerId, 'PERSONAL_DATA');
    await this.consent(customerId, 'CREDIT_INQUIRY');
    const { amountFen: amount, annualRate: _price, ...terms } = TERMS;
    return this.desk.get(CreateApplication).execute(this.desk.seller, { customerId, ...terms, amount, purpose: 'EQUIPMENT', ...ask });
  }

  async paper(applicationId: string, type: 'IDENTITY' | 'INCOME' | 'ASSETS' | 'BUSINESS_LICENCE', verdicts: object = {}): Promise<void> {
    const fileId = await this.desk.upload({ kind: 'application', id: applicationId });
    await this.desk.get(AttachDocument).execute(this.desk.seller, { applicationId, type, fileId });
    const documentId = (await this.application(applicationId)).documents.at(-1)?.id ?? '';
    const yes = { isComplete: true, isTrue: true, isValid: true };
    await this.desk.get(JudgeDocument).execute(this.desk.seller, { applicationId, documentId, ...yes, ...verdicts });
  }

  /** A draft that gate G1 lets through. */
  async ready(): Promise<string> {
    const applicationId = await this.draft();
    for (const type of ['IDENTITY', 'INCOME', 'ASSETS'] as const) await this.paper(applicationId, type);
    return applicationId;
  }

  async underCheck(): Promise<string> {
    const applicationId = await this.ready();
    await this.desk.get(SubmitApplication).execute(this.desk.seller, { applicationId });
    await this.desk.get(StartCheck).execute(this.desk.seller, { applicationId });
    return applicationId;
  }

  async passed(): Promise<string> {
    const applicationId = await this.underCheck();
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
    const explanation = { contractId, textVersion: '1', readingSeconds: 120, confirmedByCustomer: true };
    if (!without.includes('explanation')) await this.desk.get(RecordExplanation).execute(seller, explanation);
    for (const kind of ['AUDIO', 'VIDEO'] as const) {
      if (without.includes(kind)) continue;
      const fileId = await this.desk.upload({ kind: 'application', id: applicationId }, `${kind.toLowerCase()}/mp4`);
      await this.desk.get(AttachRecording).execute(seller, { contractId, kind, fileId, durationSeconds: 60 });
    }
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

  private read<T>(body: Parameters<typeof this.desk.platform.work.run<T>>[1]): Promise<T> {
    return this.desk.platform.work.run({ actor: this.desk.seller, operation: 'read' }, body);
  }
}
