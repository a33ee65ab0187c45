// What a salesperson does from the first word of a customer to the investigation: lead, enquiry, proposal, file, consents, application with its papers,
// first check. The steps can be taken one by one, so that a story can leave the way in between.
import type { Act, Person } from '../../../infra/local/demo/person.ts';
import { documentTypesOf, identityInputOf, yuan } from './client.ts';
import type { Client } from './client.ts';
import type { Company } from './company.ts';
import { pdfFile } from './evidence-files.ts';
import type { EvidenceFile } from './evidence-files.ts';
import { at, listAt, textAt } from './read.ts';
import type { Storyline } from './storyline.ts';
import { declared, upload } from './uploads.ts';

export interface Prospect {
  readonly customerId: string;
  readonly enquiryId: string;
  readonly proposalId: string;
}

export interface Paper {
  readonly documentId: string;
  readonly type: string;
}

const CONSENT_KINDS = ['PERSONAL_DATA', 'CREDIT_INQUIRY'];
const PROPOSAL = { field: 'proposal', select: 'id state refusedBecause' };

export class SalesDesk {
  readonly #company: Company;
  readonly #story: Storyline;
  readonly person: Person;

  constructor(company: Company, story: Storyline, person: Person) {
    this.#company = company;
    this.#story = story;
    this.person = person;
  }

  /** Lead, enquiry, file of the customer, answer, proposal; waits for the price of finance. */
  async receive(client: Client, productId: string): Promise<Prospect> {
    const { identity, wish, source } = client;
    const lead = await this.#act({
      verb: 'createLead',
      input: { ...source, contactName: identity.name, phone: identity.phone },
      select: 'lead { id }',
    });
    const leadId = textAt(lead, 'lead', 'id');
    const [enquiry, customer] = await this.#does(
      { verb: 'openEnquiry', input: { leadId, note: wish.purposeNote }, select: 'enquiry { id }' },
      {
        verb: 'registerCustomer',
        input: { leadId, identity: identityInputOf(client), profile: profileOf(client) },
        select: 'customer { id }',
      },
    );
    const enquiryId = textAt(enquiry, 'enquiry', 'id');
    const customerId = textAt(customer, 'customer', 'id');
    const needs = { purpose: wish.purpose, amount: yuan(wish.amountYuan), termMonths: wish.termMonths, method: wish.method };
    const [, proposal] = await this.#does(
      { verb: 'respondToEnquiry', input: { enquiryId, customerId, productIds: [productId], ...needs }, select: 'enquiry { id }' },
      { verb: 'createProposal', input: { enquiryId, productId }, select: 'proposal { id }' },
    );
    const proposalId = textAt(proposal, 'proposal', 'id');
    await this.#company
      .watch(this.#company.one('sales-manager'), PROPOSAL)
      .until(proposalId, 'the quote', (one) => at(one, 'state') === 'QUOTED');
    await this.#disclose(proposalId);
    return { customerId, enquiryId, proposalId };
  }

  /** Shows the customer what he must know, in the words in force, and keeps that he confirmed it. */
  async #disclose(proposalId: string): Promise<void> {
    const { data } = await this.person.ask('query Disclosure { mandatoryDisclosure { hash } }');
    const textHash = textAt(data, 'mandatoryDisclosure', 'hash');
    const input = { proposalId, textHash, confirmedByCustomer: true, how: 'IN_PERSON' };
    await this.#act({ verb: 'confirmProposalDisclosure', input, select: 'proposal { id }' });
  }

  /** The two written consents that an application needs, each with its signed paper. */
  async takeConsents(customerId: string): Promise<void> {
    const papers = CONSENT_KINDS.map((kind) => pdfFile(`${kind.toLowerCase()}.pdf`, `${this.#story.no} ${kind} ${customerId}`));
    const fileIds = await this.uploads(customerId, 'CONSENT', papers);
    const acts = CONSENT_KINDS.map((kind, place) => ({
      verb: 'recordConsent',
      input: { customerId, kind, purpose: '贷款审批与贷后管理', textVersion: '2026-1', fileId: fileIds[place] },
      select: 'customer { id }',
    }));
    await this.#does(...acts);
  }

  /** The form, filled in from the proposal. */
  async openApplication({ customerId, proposalId }: Prospect, client: Client): Promise<string> {
    const { purposeNote, method } = client.wish;
    const input = { customerId, proposalId, purposeNote, method };
    const opened = await this.#act({ verb: 'createApplication', input, select: 'application { id stage }' });
    this.#story.applicationId = textAt(opened, 'application', 'id');
    return this.applicationId;
  }

  get applicationId(): string {
    const { applicationId } = this.#story;
    if (!applicationId) throw new Error(`${this.#story.no} has no application yet`);
    return applicationId;
  }

  /** Uploads and attaches papers; the last ones of their types. */
  async bring(types: readonly string[], replaces: readonly Paper[] = []): Promise<readonly Paper[]> {
    const note = replaces.length > 0 ? 'again' : 'first';
    const files = types.map((type) => pdfFile(`${type.toLowerCase()}.pdf`, `${this.#story.no} ${type} ${note} ${this.applicationId}`));
    const fileIds = await this.uploads(this.applicationId, 'DOCUMENT', files);
    const acts = types.map((type, place) => ({
      verb: 'attachDocument',
      input: {
        applicationId: this.applicationId,
        type,
        fileId: fileIds[place],
        replacesDocumentId: replaces.find((paper) => paper.type === type)?.documentId ?? null,
      },
      select: 'application { documents { id type replacedBy } }',
    }));
    const payload = (await this.#does(...acts)).at(-1);
    return listAt(payload, 'application', 'documents')
      .filter((document) => at(document, 'replacedBy') === null)
      .map((document) => ({ documentId: textAt(document, 'id'), type: textAt(document, 'type') }));
  }

  judging(papers: readonly Paper[], doubt?: { readonly type: string; readonly reason: string }): Act[] {
    return papers.map(({ documentId, type }) => {
      const isGood = type !== doubt?.type;
      const verdicts = { isComplete: isGood, isTrue: true, isValid: true, reason: isGood ? null : doubt?.reason };
      return { verb: 'judgeDocument', input: { applicationId: this.applicationId, documentId, ...verdicts }, select: 'application { id }' };
    });
  }

  /** An act that takes nothing but the application. */
  step(verb: string, input: Readonly<Record<string, unknown>> = {}): Act {
    return { verb, input: { applicationId: this.applicationId, ...input }, select: 'application { id stage }' };
  }

  /** All papers, good at once: handed in, checked and passed on to the investigators. */
  async handInComplete(client: Client): Promise<void> {
    const papers = await this.bring(documentTypesOf(client.kind));
    await this.#does(...this.judging(papers), this.step('submitApplication'), this.step('startCheck'), this.step('passFirstCheck'));
  }

  /** Without a proof of income first: refused by the gate, handed in, returned by the first check, supplemented, handed in again and passed. */
  async handInReturnedFirst(client: Client): Promise<void> {
    const types = documentTypesOf(client.kind);
    const incomplete = await this.bring(types.filter((type) => type !== 'ASSETS'));
    await this.#does(...this.judging(incomplete));
    await this.#story.isRefused(this.person, this.step('submitApplication'), 'DOCUMENT_MISSING');
    const papers = await this.bring(['ASSETS']);
    const added = papers.filter(({ type }) => type === 'ASSETS');
    const reason = '居住证明缺少房东签字，请补充';
    await this.#does(
      ...this.judging(added),
      this.step('submitApplication'),
      this.step('startCheck'),
      ...this.judging(added, { type: 'ASSETS', reason }),
    );
    await this.#act(this.step('returnApplication', { reasons: [reason] }));
    const mended = (await this.bring(['ASSETS'], added)).filter(({ type }) => type === 'ASSETS');
    await this.#does(...this.judging(mended), this.step('resubmitApplication'), this.step('startCheck'), this.step('passFirstCheck'));
  }

  /** What risk found missing, brought and handed in again. */
  async supplement(type: string): Promise<void> {
    const papers = (await this.bring([type])).filter((paper) => paper.type === type);
    await this.#does(...this.judging(papers), this.step('resubmitApplication'), this.step('startCheck'), this.step('passFirstCheck'));
  }

  /** A return visit with its three sections and the customer's mark. */
  async visit(customerId: string, visitedOn: string, satisfaction = 5): Promise<void> {
    const sections = { useOfLoan: '已按用途使用', business: '收入稳定', furtherNeeds: '暂无' };
    await this.#act({
      verb: 'recordReturnVisit',
      input: { customerId, visitedOn, way: 'PHONE', ...sections, satisfaction },
      select: 'customer { id }',
    });
  }

  /** Asks for places and puts the files there. @returns their ids */
  async uploads(aboutId: string, purpose: string, files: readonly EvidenceFile[]): Promise<string[]> {
    const acts = files.map((file) => ({
      verb: 'requestUpload',
      input: { aboutId, purpose, ...declared(file) },
      select: 'upload { fileId url }',
    }));
    const promised = await this.#does(...acts);
    await Promise.all(files.map((file, place) => upload(textAt(promised[place], 'upload', 'url'), file)));
    return promised.map((payload) => textAt(payload, 'upload', 'fileId'));
  }

  #act(act: Act) {
    return this.#story.act(this.person, act);
  }

  #does(...acts: readonly Act[]) {
    return this.#story.does(this.person, ...acts);
  }
}

/** A complete profile of the kind, in yuan. */
export function profileOf({ kind, wish, monthlyIncomeYuan }: Client): Record<string, unknown> {
  const isBusiness = kind !== 'INDIVIDUAL';
  const person = { occupation: '在职', education: '高中', residence: '租住', yearsAtResidence: 3 };
  const business = isBusiness ? { businessMonths: 36, industry: '零售' } : {};
  const financial = {
    monthlyIncome: yuan(monthlyIncomeYuan),
    monthlyExpense: yuan(monthlyIncomeYuan * 0.4),
    assets: yuan(monthlyIncomeYuan * 20),
    liabilities: '0.00',
    statedLatePayments: 0,
    ...(isBusiness ? { annualRevenue: yuan(monthlyIncomeYuan * 30) } : {}),
  };
  const needs = { purpose: wish.purpose, amount: yuan(wish.amountYuan), termMonths: wish.termMonths, method: wish.method };
  return { basic: kind === 'MICRO_ENTERPRISE' ? business : { ...person, ...business }, financial, needs };
}
