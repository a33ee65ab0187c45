import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Platform } from '@weilend/service';
import { handoffRows, MessageSource, sentMessages } from '@weilend/testing';
import { anOffer } from '../../src/domain/product/product.builder.js';
import type { ProductOffer } from '../../src/domain/product/product.js';
import type { StoredCostSheet } from '../../src/persistence/cost-sheet.repository.js';
import type { StoredOrder } from '../../src/persistence/disbursement-order.repository.js';
import type { PaymentChannel } from '../../src/use-cases/settle-payment/payment-channel.port.js';
import { accountNumber } from './account-number.builder.js';
import { people } from './finance-kit.builder.js';
import type { FinanceKit } from './finance-kit.builder.js';

/** What a case needs of finance, built by hand or taken from a booted service. */
type Acts = 'inbox' | 'bank' | 'publishProduct' | 'registerPayeeAccount' | 'makeDisbursement' | 'checkDisbursement' | 'settleWith';
export type CaseKit = Pick<FinanceKit, Acts> & { readonly p: Platform };

/** One signed contract on its way to finance: its messages can be delivered in any order. */
export class Case {
  readonly source = new MessageSource();
  readonly applicationId = newId('app');
  readonly contractId = newId('con');
  readonly decisionId = newId('dec');
  readonly holderName = '张三';
  readonly today: LocalDate;

  private constructor(
    readonly kit: CaseKit,
    readonly productId: string,
    readonly customerId: string,
    readonly payeeAccountId: string,
    readonly sheet: StoredCostSheet,
    ids: { applicationId: string; contractId: string; decisionId: string; source: MessageSource },
  ) {
    Object.assign(this, ids);
    this.today = kit.p.clock.today();
  }

  /** Product published, payee account registered and cost sheet issued; nothing about payment yet. */
  static async begin(
    kit: CaseKit,
    options: {
      amountFen?: number;
      suffix?: string;
      customerId?: string;
      offer?: Partial<ProductOffer>;
      method?: 'EQUAL_INSTALMENT' | 'INTEREST_ONLY';
    } = {},
  ): Promise<Case> {
    const today = kit.p.clock.today();
    const customerId = options.customerId ?? newId('cus');
    const productId = await kit.publishProduct.execute(people.checker, {
      ...anOffer({ effectiveFrom: today, ...options.offer }),
      code: newId('cod'),
    });
    const account = { customerId, holderName: '张三', accountNumber: accountNumber(options.suffix), bankCode: '102100099996' };
    const payeeAccountId = await kit.registerPayeeAccount.execute(people.salesperson, account);
    const source = new MessageSource();
    const ids = { applicationId: newId('app'), contractId: newId('con'), decisionId: newId('dec'), source };
    const terms = {
      productId,
      amountFen: options.amountFen ?? 50_000_00,
      termMonths: 12,
      annualRate: '0.12',
      method: options.method ?? ('EQUAL_INSTALMENT' as const),
    };
    const participants = [{ role: 'SALESPERSON' as const, employeeId: people.salesperson.employeeId }];
    const data = {
      applicationId: ids.applicationId,
      participants,
      contractId: ids.contractId,
      decisionId: ids.decisionId,
      ...terms,
      startOn: today,
    };
    await kit.inbox.receive(source.handoff('issue-cost-sheet', 'sales', { subject: ids.applicationId, data }));
    const sheet = await kit.p.database.collection<{ _id: string }>('cost_sheets').findOne({ contractId: ids.contractId });
    if (!sheet) throw new Error('no cost sheet was issued');
    return new Case(kit, productId, customerId, payeeAccountId, { ...sheet, id: sheet._id } as unknown as StoredCostSheet, ids);
  }

  get terms() {
    return { ...this.sheet.terms, annualRate: String(this.sheet.terms.annualRate) };
  }

  decisionMade(
    change: { result?: 'APPROVED' | 'CONDITIONAL' | 'REJECTED'; terms?: object; validUntil?: string; customerId?: string } = {},
  ) {
    const result = change.result ?? 'APPROVED';
    const terms = result === 'REJECTED' ? null : { ...this.terms, ...change.terms };
    const { applicationId, decisionId } = this;
    return this.source.event('approval.decision-made.v1', applicationId, {
      ...{
        applicationId,
        customerId: change.customerId ?? this.customerId,
        caseId: newId('cas'),
        decisionId,
        result,
        terms,
        validUntil: change.validUntil ?? '2099-12-31',
        participants: [],
      },
      ...{
        conditionIds: [],
        reportId: newId('rep'),
        reportVersion: 1,
        reportHash: 'a'.repeat(64),
        policyVersion: 1,
        decidedOn: this.today,
      },
    });
  }

  conditionsConfirmed() {
    const { applicationId, decisionId } = this;
    return this.source.event('approval.conditions-confirmed.v1', applicationId, { applicationId, decisionId, confirmedBy: newId('emp') });
  }

  decisionLapsed() {
    const { applicationId, decisionId } = this;
    return this.source.event('approval.decision-lapsed.v1', applicationId, { applicationId, decisionId, reason: 'it ran out' });
  }

  withdrawn() {
    const { applicationId } = this;
    return this.source.event('sales.application-withdrawn.v1', applicationId, {
      applicationId,
      reason: 'the customer withdrew',
      withdrawnAt: new Date().toISOString(),
    });
  }

  cancellationRequested() {
    const { applicationId, contractId } = this;
    return this.source.event('sales.cancellation-requested.v1', applicationId, {
      applicationId,
      contractId,
      reason: 'the customer withdrew',
    });
  }

  signed(change: Partial<HandoffData<'disburse-loan'>> = {}) {
    const { applicationId, contractId, customerId, decisionId, payeeAccountId, terms, sheet } = this;
    const data: HandoffData<'disburse-loan'> = {
      ...{ applicationId, contractId, customerId, decisionId, payeeAccountId, ...terms, costSheetId: sheet.id, costSheetHash: sheet.hash },
      participants: [{ role: 'SALESPERSON', employeeId: people.salesperson.employeeId }],
      ...{ customerType: 'INDIVIDUAL', salespersonId: people.salesperson.employeeId, purpose: 'EQUIPMENT', contractHash: 'b'.repeat(64) },
      nameIndex: this.kit.p.cipher.blindIndex('name', this.holderName),
      signedAt: new Date().toISOString(),
      ...change,
    };
    return this.source.handoff('disburse-loan', 'sales', { subject: applicationId, data });
  }

  /** The case with its order open. */
  async opened(): Promise<this> {
    await this.kit.inbox.receive(this.decisionMade());
    await this.kit.inbox.receive(this.signed());
    return this;
  }

  async order(): Promise<StoredOrder> {
    const rows = await this.kit.p.database
      .collection<{ _id: string }>('disbursement_orders')
      .find({ contractId: this.contractId })
      .sort({ _id: -1 })
      .toArray();
    const [row] = rows;
    if (!row) throw new Error('there is no order');
    return { ...row, id: row._id } as unknown as StoredOrder;
  }

  async orders(): Promise<number> {
    return this.kit.p.database.collection('disbursement_orders').countDocuments({ contractId: this.contractId });
  }

  /** Made and checked: the payment is released to the bank. */
  async released(): Promise<StoredOrder> {
    const { id } = await this.order();
    await this.kit.makeDisbursement.execute(people.maker, { requestKey: newId('key'), orderId: id, amountFen: this.terms.amountFen });
    await this.kit.checkDisbursement.execute(people.checker, { requestKey: newId('key'), orderId: id });
    return this.order();
  }

  /** One step of the settling job with a channel. */
  async settle(channel: PaymentChannel = this.kit.bank): Promise<StoredOrder> {
    const lease = await this.kit.p.leases.take('settle-payments', 60_000);
    if (!lease) throw new Error('another process settles');
    await this.kit.settleWith(channel).execute((await this.order()).id, lease);
    return this.order();
  }

  /** Types of the messages about this application, oldest first. */
  async sent(): Promise<string[]> {
    return (await sentMessages(this.kit.p)).filter((one) => one.subject === this.applicationId).map((one) => one.type);
  }

  async handoffs() {
    return (await handoffRows(this.kit.p)).filter((row) => row.subject === this.applicationId);
  }

  async disburseHandoff() {
    return (await this.handoffs()).find((row) => row.type === 'disburse-loan');
  }
}
