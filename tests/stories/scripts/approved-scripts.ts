// Applications that end with money paid out, by all four channels and for every kind of customer.
import { awaitLoan, awaitOrder, payOut, receive } from '../lib/cashiers.ts';
import { borrowerOf } from '../lib/client.ts';
import type { Client } from '../lib/client.ts';
import { decide } from '../lib/committee.ts';
import { at, fenOf, textAt } from '../lib/read.ts';
import { appointPair, investigate } from '../lib/risk-officers.ts';
import { cardEndingWith, clientOf, desksOf, MIDDLING_FACTS, opened } from './scene.ts';
import type { Desks, Scene, Script } from './scene.ts';

/** Decided, signed and paid: the end of every good story. @returns id of the loan */
async function signAndPay(scene: Scene, { signing }: Desks, client: Client, customerId: string): Promise<string> {
  await signing.sign(client, customerId, await signing.draft());
  await payOut(scene.company, scene.story, scene.turn);
  const loanId = await awaitLoan(scene.company, scene.story);
  await signing.reaches('DISBURSED');
  return loanId;
}

const online: Script = {
  name: 'online',
  tells: 'an employee asks on the website, is approved by the chair, signs, is paid, repays the first instalment and is visited',
  ends: 'DISBURSED',
  play: async (scene) => {
    const { company, story } = scene;
    const desks = desksOf(scene);
    const client = clientOf(scene);
    const prospect = await opened(scene, desks, client);
    await story.isRefused(desks.desk.person, desks.desk.step('submitApplication'), 'DOCUMENT_MISSING');
    await desks.desk.handInComplete(client);
    await story.isRefused(desks.desk.person, { ...desks.desk.step('draftContract'), select: 'contract { id }' }, 'APPROVAL_MISSING');
    await investigate(company, story, { no: 1, turn: scene.turn }, borrowerOf(client));
    await decide(company, story, scene.turn);
    await desks.signing.inform('APPROVED');
    const loanId = await signAndPay(scene, desks, client, prospect.customerId);
    scene.shared.set('first customer', prospect.customerId);
    await desks.signing.inform('DISBURSED');
    await repayFirst(scene, loanId);
    await desks.signing.inspectUse();
    await desks.desk.visit(prospect.customerId, await company.today());
  },
};

/** What the schedule asks for first. */
async function repayFirst({ company, story }: Scene, loanId: string): Promise<void> {
  const { data } = await company
    .one('finance-officer')
    .ask('query Due($id: ID!) { loan(id: $id) { outstanding rows { principal interest } } }', { id: loanId });
  const first = at(data, 'loan', 'rows', 0);
  const amount = ((fenOf(textAt(first, 'principal')) + fenOf(textAt(first, 'interest'))) / 100).toFixed(2);
  await receive(company, story, { loanId, amount, transactionId: `${story.no}-${loanId}` });
}

const offline: Script = {
  name: 'offline',
  tells: 'a shopkeeper from a community talk is approved under conditions; the first evidence is sent back, the second confirmed',
  ends: 'DISBURSED',
  check: ({ decision }) => (decision === 'CONDITIONAL' ? [] : [`decision is ${decision}`]),
  play: async (scene) => {
    const { company, story } = scene;
    const desks = desksOf(scene);
    const activityId = scene.shared.get('activity') ?? '';
    const client = clientOf(scene, {
      kind: 'SELF_EMPLOYED',
      source: { channel: 'OFFLINE', activityId },
      facts: MIDDLING_FACTS,
      amountYuan: 12_000,
    });
    const prospect = await opened(scene, desks, client);
    await desks.desk.handInComplete(client);
    await investigate(company, story, { no: 1, turn: scene.turn }, borrowerOf(client));
    const { decisionId, conditionIds } = await decide(company, story, scene.turn);
    await desks.signing.reaches('CONDITIONALLY_APPROVED');
    await story.isRefused(desks.desk.person, { ...desks.desk.step('draftContract'), select: 'contract { id }' }, 'CONDITIONS_OPEN');
    await desks.signing.inform('CONDITIONALLY_APPROVED');
    await desks.signing.evidence(conditionIds, 'first');
    await desks.signing.sendBackEvidence(decisionId, '流水只有一个月，请补足三个月');
    await desks.signing.evidence(conditionIds, 'second');
    await desks.signing.confirm(decisionId);
    await signAndPay(scene, desks, client, prospect.customerId);
  },
};

const referral: Script = {
  name: 'referral',
  tells:
    'a friend of the first customer is returned by the first check and hands in again; the bank answers late and the money goes out once',
  after: ['online'],
  ends: 'DISBURSED',
  check: ({ rounds }) => (rounds === 2 ? [] : [`there were ${rounds} rounds`]),
  play: async (scene) => {
    const { company, story } = scene;
    const desks = desksOf(scene);
    const referrerId = scene.shared.get('first customer') ?? '';
    const client = clientOf(scene, { source: { channel: 'REFERRAL', referrerId }, cardEnding: '999001', method: 'INTEREST_ONLY' });
    const prospect = await opened(scene, desks, client);
    await desks.desk.handInReturnedFirst(client);
    await investigate(company, story, { no: 2, turn: scene.turn }, borrowerOf(client));
    await decide(company, story, scene.turn);
    await signAndPay(scene, desks, client, prospect.customerId);
  },
};

const partner: Script = {
  name: 'partner',
  tells:
    'a workshop sent by a partner is returned by risk, investigated again and decided by the full committee; the bank refuses the account, another one is paid',
  ends: 'DISBURSED',
  check: ({ rounds }) => (rounds === 2 ? [] : [`there were ${rounds} rounds`]),
  play: async (scene) => {
    const { company, story } = scene;
    const desks = desksOf(scene);
    const partnerId = scene.shared.get('partner') ?? '';
    const wish = {
      kind: 'MICRO_ENTERPRISE',
      source: { channel: 'PARTNER', partnerId },
      amountYuan: 350_000,
      termMonths: 24,
      cardEnding: '999002',
    } as const;
    const client = clientOf(scene, wish);
    const prospect = await opened(scene, desks, client);
    await desks.desk.handInComplete(client);
    const { investigationId, pair } = await appointPair(company, story, 1, scene.turn);
    const reasons = ['缺少最近一期纳税申报表'];
    await story.act(pair[0], { verb: 'returnInvestigation', input: { investigationId, reasons }, select: 'investigation { id state }' });
    await desks.signing.reaches('RETURNED');
    await desks.desk.supplement('INCOME');
    await investigate(company, story, { no: 2, turn: scene.turn }, borrowerOf(client));
    await decide(company, story, scene.turn);
    const draft = await desks.signing.draft();
    await desks.signing.sign(client, prospect.customerId, draft);
    await payOut(company, story, scene.turn);
    await awaitOrder(company, story, 'RETURNED');
    await payAgain(scene, desks, { client, customerId: prospect.customerId, contractId: draft.contractId });
  },
};

/** The account was closed: the borrower names another one of his, and the payment is ordered again. */
async function payAgain(
  scene: Scene,
  { desk, signing }: Desks,
  again: { client: Client; customerId: string; contractId: string },
): Promise<void> {
  const { company, story } = scene;
  const { client, customerId, contractId } = again;
  const other = { ...client, identity: { ...client.identity, cardNumber: cardEndingWith('880016') } };
  const payeeAccountId = await signing.registerAccount(other, customerId);
  await signing.paymentReturned();
  await story.act(desk.person, { verb: 'repeatPaymentOrder', input: { contractId, payeeAccountId }, select: 'contract { id }' });
  await payOut(company, story, scene.turn);
  await awaitLoan(company, story);
  await signing.reaches('DISBURSED');
}

export const approvedScripts: readonly Script[] = [online, offline, referral, partner];
