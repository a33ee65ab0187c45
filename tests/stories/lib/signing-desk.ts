// From the decision to the signed contract, and after the money is out: conditions evidenced and confirmed, contract drafted, cost sheet seen, contract
// explained, signing recorded, customer informed, first inspection.
import { setTimeout } from 'node:timers/promises';
import type { Act } from '../../../infra/local/demo/person.ts';
import { legalNameOf } from './client.ts';
import type { Client } from './client.ts';
import type { Company } from './company.ts';
import { mp4File, pdfFile, wavFile } from './evidence-files.ts';
import { at, listAt, textAt } from './read.ts';
import type { SalesDesk } from './sales-desk.ts';
import type { Storyline } from './storyline.ts';
import type { Seen, Watch } from './watch.ts';

const STAGE = { field: 'application', select: 'id stage paymentsReturned tasks { id topic done { at } }' };
const CONTRACT = { field: 'contract', select: 'id state costSheetReference { hash } costSheetRefusedBecause' };
const CONDITIONS = { field: 'application', select: 'id conditions { items { conditionId evidence { fileId } } }' };
const CARE = { field: 'application', select: 'id care { inspections { id } }' };
const DECISION = { field: 'decision', select: 'id state' };

/** Longer than a signing takes at least by policy. */
const SIGNING_SECONDS = 180;
/** What the demo company's policy asks for; the contract has to have been there for as long. */
const READING_SECONDS = 3;

/** The signature under a contract, paid to an account. */
export function signature(contractId: string, payeeAccountId: string): Act {
  return { verb: 'signContract', input: { contractId, payeeAccountId }, select: 'contract { id state }' };
}

export class SigningDesk {
  readonly #company: Company;
  readonly #story: Storyline;
  readonly #desk: SalesDesk;

  constructor(company: Company, story: Storyline, desk: SalesDesk) {
    this.#company = company;
    this.#story = story;
    this.#desk = desk;
  }

  /** Waits until the application has reached a stage. */
  reaches(stage: string): Promise<Seen> {
    return this.#stages().until(this.#desk.applicationId, `stage ${stage}`, (one) => at(one, 'stage') === stage);
  }

  /** Waits until sales knows that finance has sent the payment order back: from then on it may be ordered again. */
  paymentReturned(): Promise<Seen> {
    return this.#stages().until(
      this.#desk.applicationId,
      'the payment order back at sales',
      (one) => Number(at(one, 'paymentsReturned')) > 0,
    );
  }

  /** Tells the customer the news of a topic, and writes it down. */
  async inform(topic: string): Promise<void> {
    const isOpen = (task: unknown): boolean => at(task, 'topic') === topic && at(task, 'done') === null;
    const seen = await this.#stages().until(this.#desk.applicationId, `the task to inform the customer: ${topic}`, (one) =>
      listAt(one, 'tasks').some(isOpen),
    );
    const taskId = textAt(listAt(seen, 'tasks').find(isOpen), 'id');
    await this.#story.act(this.#desk.person, this.#desk.step('recordCustomerInformed', { taskId, how: 'PHONE', note: '已电话告知客户' }));
  }

  /** Evidence for every condition, and the word of the committee's secretary. */
  async fulfilConditions(decisionId: string, conditionIds: readonly string[]): Promise<void> {
    await this.#stages().until(this.#desk.applicationId, 'the conditions', (one) => at(one, 'stage') === 'CONDITIONALLY_APPROVED');
    await this.evidence(conditionIds, 'first');
    await this.confirm(decisionId);
  }

  async evidence(conditionIds: readonly string[], note: string): Promise<void> {
    const files = conditionIds.map((id) => pdfFile('income-statement.pdf', `${this.#story.no} evidence ${note} ${id}`));
    const fileIds = await this.#desk.uploads(this.#desk.applicationId, 'EVIDENCE', files);
    await this.#story.does(
      this.#desk.person,
      ...conditionIds.map((conditionId, place) => this.#desk.step('recordConditionEvidence', { conditionId, fileId: fileIds[place] })),
    );
  }

  /** The secretary is not convinced; sales hears of it. */
  async sendBackEvidence(decisionId: string, reason: string): Promise<void> {
    const secretary = this.#company.one('committee-secretary');
    await this.#company
      .watch(secretary, DECISION)
      .until(decisionId, 'the evidence at the committee', (one) => at(one, 'state') === 'EVIDENCED');
    await this.#story.act(secretary, {
      verb: 'returnConditions',
      input: { decisionId, reasons: [reason] },
      select: 'decision { id state }',
    });
    await this.#company
      .watch(this.#company.one('sales-manager'), CONDITIONS)
      .until(this.#desk.applicationId, 'the returned evidence', (one) =>
        listAt(one, 'conditions', 'items').every((condition) => at(condition, 'evidence') === null),
      );
  }

  /** The secretary looks at the evidence and confirms it. */
  async confirm(decisionId: string): Promise<void> {
    const secretary = this.#company.one('committee-secretary');
    await this.#company
      .watch(secretary, DECISION)
      .until(decisionId, 'the evidence at the committee', (one) => at(one, 'state') === 'EVIDENCED');
    await this.#story.act(secretary, { verb: 'confirmConditions', input: { decisionId }, select: 'decision { id state }' });
  }

  /** Account of the borrower, contract, cost sheet. @returns id of the contract */
  async draft(): Promise<{ contractId: string; costSheetHash: string }> {
    await this.reaches('APPROVED');
    const drafted = await this.#story.act(this.#desk.person, {
      verb: 'draftContract',
      input: { applicationId: this.#desk.applicationId },
      select: 'contract { id }',
    });
    const contractId = textAt(drafted, 'contract', 'id');
    const seen = await this.#company
      .watch(this.#company.one('sales-manager'), CONTRACT)
      .until(contractId, 'the cost sheet', (one) => at(one, 'costSheetReference', 'hash') !== null);
    return { contractId, costSheetHash: textAt(seen, 'costSheetReference', 'hash') };
  }

  /** Everything that a signing needs, and the signature. */
  async sign(client: Client, customerId: string, draft: { contractId: string; costSheetHash: string }): Promise<void> {
    await this.prepare(draft);
    const payeeAccountId = await this.registerAccount(client, customerId);
    await this.#story.act(this.#desk.person, signature(draft.contractId, payeeAccountId));
  }

  /** Cost sheet acknowledged, contract explained, signing recorded: all but the signature. */
  async prepare({ contractId, costSheetHash }: { contractId: string; costSheetHash: string }): Promise<void> {
    const recordings = [
      wavFile('signing.wav', `${this.#story.no} ${contractId}`, SIGNING_SECONDS),
      mp4File('signing.mp4', `${this.#story.no} ${contractId}`, SIGNING_SECONDS),
    ];
    const [audio, video] = await this.#desk.uploads(this.#desk.applicationId, 'RECORDING', recordings);
    const select = 'contract { id state }';
    await setTimeout(READING_SECONDS * 1_000);
    const explanation = { contractId, textVersion: '2026-1', readingSeconds: READING_SECONDS, confirmedByCustomer: true };
    await this.#story.does(
      this.#desk.person,
      { verb: 'acknowledgeCostSheet', input: { contractId, costSheetHash }, select },
      { verb: 'recordExplanation', input: explanation, select },
      { verb: 'attachRecording', input: { contractId, kind: 'AUDIO', fileId: audio }, select },
      { verb: 'attachRecording', input: { contractId, kind: 'VIDEO', fileId: video }, select },
    );
  }

  /** The borrower's own account, for the payment. @returns its id */
  async registerAccount(client: Client, customerId: string): Promise<string> {
    const { cardNumber, bankCode } = client.identity;
    const input = { customerId, holderName: legalNameOf(client), accountNumber: cardNumber, bankCode };
    const registered = await this.#story.act(this.#desk.person, { verb: 'registerPayeeAccount', input, select: 'payeeAccount { id }' });
    return textAt(registered, 'payeeAccount', 'id');
  }

  /** The first inspection after the loan: the money went where it was to go. */
  async inspectUse(): Promise<void> {
    await this.#company
      .watch(this.#company.one('sales-manager'), CARE)
      .until(this.#desk.applicationId, 'the plan of inspections', (one) => at(one, 'care', 'inspections', 0) !== null);
    const [fileId] = await this.#desk.uploads(this.#desk.applicationId, 'EVIDENCE', [pdfFile('invoice.pdf', `${this.#story.no} invoice`)]);
    const finding = '资金用于购买家电，发票金额与用途一致';
    await this.#story.act(this.#desk.person, this.#desk.step('recordInspection', { verdict: 'AS_AGREED', fileId, finding }));
  }

  #stages(): Watch {
    return this.#company.watch(this.#company.one('sales-manager'), STAGE);
  }
}
