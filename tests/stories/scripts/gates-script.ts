// One application that walks into every gate on its way: each refuses with its code, and the line goes on as if nothing had been tried.
import { awaitLoan, awaitOrder, payOut } from '../lib/cashiers.ts';
import { borrowerOf } from '../lib/client.ts';
import { awaitCase, decide } from '../lib/committee.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import { appointPair, awaitBureau, carryOutChecks, finaliseReport } from '../lib/risk-officers.ts';
import { signature } from '../lib/signing-desk.ts';
import { cardEndingWith, clientOf, desksOf, opened } from './scene.ts';
import type { Desks, Scene, Script } from './scene.ts';

interface Paid {
  readonly client: ReturnType<typeof clientOf>;
  readonly customerId: string;
}

/** Valid by its check character, and nobody's in the story. */
const SOMEBODY_ELSE = '11010519491231002X';

export const gates: Script = {
  name: 'gates',
  tells: 'an employee whose papers walk into every gate: each refuses, and the money goes out once in the end',
  ends: 'DISBURSED',
  play: async (scene) => {
    const { company, story } = scene;
    const desks = desksOf(scene);
    const client = clientOf(scene);
    const { customerId } = await opened(scene, desks, client);
    await story.isRefused(desks.desk.person, desks.desk.step('submitApplication'), 'DOCUMENT_MISSING');
    await desks.desk.handInComplete(client);
    await story.isRefused(desks.desk.person, { ...desks.desk.step('draftContract'), select: 'contract { id }' }, 'APPROVAL_MISSING');
    await walkIntoRisk(scene, borrowerOf(client));
    const caseId = await awaitCase(company, story);
    const close = { verb: 'decideCase', input: { caseId }, select: 'decision { id }' };
    await story.isRefused(company.one('committee-secretary'), close, 'QUORUM_NOT_REACHED');
    await decide(company, story, scene.turn);
    await walkIntoSigning(scene, desks, customerId);
    await payAfterAll(scene, desks, { client, customerId });
  },
};

/** G2: the bureau is asked about somebody else. G3: a report that leaves out a part. */
async function walkIntoRisk({ company, story, turn }: Scene, borrower: ReturnType<typeof borrowerOf>): Promise<void> {
  const investigating = await appointPair(company, story, 1, turn);
  const { investigationId, pair } = investigating;
  const inquiry = { verb: 'inquireBureau', input: { investigationId, residentId: SOMEBODY_ELSE }, select: 'bureauInquiry { id }' };
  await story.isRefused(pair[0], inquiry, 'IDENTITY_MISMATCH');
  await carryOutChecks(company, story, investigating, borrower);
  await awaitBureau(company, investigationId);
  const sections = {
    truthOfInformation: '核查情况与申请表所述一致。',
    repaymentAbility: '收入足以覆盖月供支出。',
    creditStanding: '征信记录未见异常情况。',
  };
  const fiveC = { character: '', capacity: '见比率', capital: '见资产', collateral: '信用贷款', conditions: '平稳' };
  const recommended = { amount: '1000.00', termMonths: 12 };
  const report = { investigationId, sections, fiveC, recommended, rating: 'LOW', recommendation: 'APPROVE' };
  await story.isRefused(pair[1], { verb: 'finaliseRiskReport', input: report, select: 'riskReport { id }' }, 'FIVE_C_MISSING');
  await finaliseReport(company, story, investigating);
}

/** G6: a signature before sheet, explanation and recordings. G7: money to an account in another name goes back with its code. */
async function walkIntoSigning({ company, story }: Scene, { desk, signing }: Desks, customerId: string): Promise<void> {
  const draft = await signing.draft();
  story.subjects.push(draft.contractId);
  const stranger = { customerId, holderName: '无关之人', accountNumber: cardEndingWith('000777'), bankCode: '102100099996' };
  const registered = await story.act(desk.person, { verb: 'registerPayeeAccount', input: stranger, select: 'payeeAccount { id }' });
  const sign = signature(draft.contractId, textAt(registered, 'payeeAccount', 'id'));
  await story.isRefused(desk.person, sign, 'RECORDING_MISSING');
  await signing.prepare(draft);
  await story.act(desk.person, sign);
  await company
    .watch(company.one('coordinator'), { field: 'application', select: 'id handoffs { type state returnCode }' })
    .until(desk.applicationId, 'the payment order that goes back', (one) =>
      listAt(one, 'handoffs').some((work) => at(work, 'returnCode') === 'PAYEE_NOT_BORROWER'),
    );
  await signing.paymentReturned();
}

/** G8: not a fen less than the contract. */
async function payAfterAll({ company, story, turn }: Scene, { desk, signing }: Desks, { client, customerId }: Paid): Promise<void> {
  const payeeAccountId = await signing.registerAccount(client, customerId);
  const contractId = story.subjects.at(-1);
  await story.act(desk.person, { verb: 'repeatPaymentOrder', input: { contractId, payeeAccountId }, select: 'contract { id state }' });
  const seen = await awaitOrder(company, story, 'OPEN');
  const short = { orderId: textAt(seen, 'disbursement', 'id'), amount: '1.00' };
  const make = { verb: 'makeDisbursement', input: short, select: 'disbursementOrder { id }' };
  await story.isRefused(company.nth('finance-officer', turn), make, 'AMOUNT_NOT_CONTRACT');
  await payOut(company, story, turn);
  await awaitLoan(company, story);
  await signing.reaches('DISBURSED');
}
