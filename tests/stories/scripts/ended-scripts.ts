// Applications that end without money: rejected, vetoed, and withdrawn by the customer at every stage of the way.
import { awaitOrder } from '../lib/cashiers.ts';
import { borrowerOf, documentTypesOf } from '../lib/client.ts';
import type { Client } from '../lib/client.ts';
import { awaitCase, decide } from '../lib/committee.ts';
import { appointPair, investigate } from '../lib/risk-officers.ts';
import { clientOf, desksOf, MIDDLING_FACTS, opened, POOR_FACTS } from './scene.ts';
import type { Desks, Scene, Script } from './scene.ts';

const rejected: Script = {
  name: 'rejected',
  tells: 'the bureau knows of a serious delinquency; the application is rejected and the customer told',
  ends: 'REJECTED',
  play: async (scene) => {
    const desks = desksOf(scene);
    const client = clientOf(scene, { facts: POOR_FACTS, bureau: 'ADVERSE' });
    await opened(scene, desks, client);
    await desks.desk.handInComplete(client);
    await investigate(scene.company, scene.story, { no: 1, turn: scene.turn }, borrowerOf(client));
    await decide(scene.company, scene.story, scene.turn);
    await desks.signing.inform('REJECTED');
  },
};

const vetoed: Script = {
  name: 'vetoed',
  tells: 'the small committee says yes, the chair turns it into a no; the customer is told',
  ends: 'REJECTED',
  play: async (scene) => {
    const { company, story } = scene;
    const desks = desksOf(scene);
    const client = clientOf(scene, { kind: 'SELF_EMPLOYED', amountYuan: 30_000 });
    await opened(scene, desks, client);
    await desks.desk.handInComplete(client);
    await investigate(company, story, { no: 1, turn: scene.turn }, borrowerOf(client));
    const caseId = await awaitCase(company, story);
    await story.act(company.one('committee-chair'), {
      verb: 'vetoCase',
      input: { caseId, reason: '行业景气下行，暂缓投放' },
      select: 'approvalCase { id }',
    });
    await decide(company, story, scene.turn);
    await desks.signing.inform('REJECTED');
  },
};

type Leaving = (scene: Scene, desks: Desks, client: Client, customerId: string) => Promise<void>;

const passedOn: Leaving = async (_scene, { desk }, client) => desk.handInComplete(client);

const reported: Leaving = async (scene, desks, client, customerId) => {
  await passedOn(scene, desks, client, customerId);
  await investigate(scene.company, scene.story, { no: 1, turn: scene.turn }, borrowerOf(client));
};

const approved: Leaving = async (scene, desks, client, customerId) => {
  await reported(scene, desks, client, customerId);
  await decide(scene.company, scene.story, scene.turn);
};

/** How far the customer goes before he changes his mind. */
const stages: readonly (readonly [name: string, tells: string, leave: Leaving])[] = [
  ['draft', 'while the form is filled in', async () => undefined],
  [
    'checked',
    'during the first check',
    async (scene, { desk }, client) => {
      const papers = await desk.bring(documentTypesOf(client.kind));
      await scene.story.does(desk.person, ...desk.judging(papers), desk.step('submitApplication'), desk.step('startCheck'));
    },
  ],
  ['handed-over', 'while the work is on its way to risk', passedOn],
  [
    'investigated',
    'during the investigation',
    async (scene, desks, client, customerId) => {
      await passedOn(scene, desks, client, customerId);
      await appointPair(scene.company, scene.story, 1, scene.turn);
    },
  ],
  [
    'in-committee',
    'while the committee has the case',
    async (scene, desks, client, customerId) => {
      await reported(scene, desks, client, customerId);
      await awaitCase(scene.company, scene.story);
    },
  ],
  ['reported', 'while the report is on its way to the committee', reported],
  ['decided', 'while the decision is on its way to sales', approved],
  [
    'approved',
    'after the approval',
    async (scene, desks, client, customerId) => {
      await approved(scene, desks, client, customerId);
      await desks.signing.reaches('APPROVED');
    },
  ],
  [
    'conditions',
    'while conditions are open',
    async (scene, desks, client, customerId) => {
      await approved(scene, desks, client, customerId);
      await desks.signing.reaches('CONDITIONALLY_APPROVED');
    },
  ],
  [
    'contracting',
    'with the contract drafted',
    async (scene, desks, client, customerId) => {
      await approved(scene, desks, client, customerId);
      await desks.signing.draft();
    },
  ],
  [
    'ordered',
    'while the order to pay is on its way to finance',
    async (scene, desks, client, customerId) => {
      await approved(scene, desks, client, customerId);
      await desks.signing.sign(client, customerId, await desks.signing.draft());
    },
  ],
  [
    'signed',
    'after signing, before any money left',
    async (scene, desks, client, customerId) => {
      await approved(scene, desks, client, customerId);
      await desks.signing.sign(client, customerId, await desks.signing.draft());
      await awaitOrder(scene.company, scene.story, 'OPEN');
    },
  ],
];

function withdrawn([name, tells, leave]: (typeof stages)[number]): Script {
  return {
    name: `withdrawn-${name}`,
    tells: `the customer withdraws ${tells}; no work is left behind and no money goes out`,
    ends: 'WITHDRAWN',
    play: async (scene) => {
      const desks = desksOf(scene);
      const client = clientOf(scene, name === 'conditions' ? { facts: MIDDLING_FACTS, amountYuan: 12_000 } : {});
      const { customerId } = await opened(scene, desks, client);
      await leave(scene, desks, client, customerId);
      await scene.story.act(desks.desk.person, desks.desk.step('withdrawApplication', { reason: '客户改变了资金安排' }));
      await desks.signing.reaches('WITHDRAWN');
    },
  };
}

export const endedScripts: readonly Script[] = [rejected, vetoed, ...stages.map(withdrawn)];
