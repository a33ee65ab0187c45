// A list of prospects from a partner with mistakes in it: looked through first, then its good rows are taken in.
import type { Act, Person } from '../../../infra/local/demo/person.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { csvFile } from '../lib/evidence-files.ts';
import { must } from '../lib/must.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import { declared, upload } from '../lib/uploads.ts';
import { clientOf } from './scene.ts';
import type { Scene, Script } from './scene.ts';

const RUN = `query Run($id: ID!) {
  importRun(id: $id) {
    id state percent counts { rows good bad imported } failure { code }
    problems(first: 50) { nodes { line column columnTitle code shown } } imported(first: 50) { nodes { line lead { id contactName salesperson { id } } } }
  }
}`;

export const importing: Script = {
  name: 'import',
  tells: 'a file of prospects with bad rows is previewed: what is wrong is named by line and column; then the good rows are taken in, once',
  ends: null,
  play: async (scene) => {
    const { company, story, turn } = scene;
    const seller = company.nth('salesperson', turn);
    const fileId = await putFile(scene, seller);
    const preview = await through(scene, seller, start(fileId, 'PREVIEW'));
    must(at(preview, 'state') === 'PREVIEWED', 'the preview ends', preview);
    must(countsOf(preview) === '5 rows, 2 good, 3 bad, 0 in', 'two rows of five are good, and nothing came in', preview);
    const problems = listAt(preview, 'problems', 'nodes').map(
      (one) => `${String(at(one, 'line'))} ${String(at(one, 'column'))} ${String(at(one, 'code'))}`,
    );
    for (const expected of ['4 phone MOBILE_INVALID', '5 channel ROW_VALUE_UNKNOWN', '6 phone ROW_TWICE_IN_FILE'])
      must(problems.includes(expected), `the preview names ${expected}`, problems);
    const taken = await through(scene, seller, start(fileId, 'GOOD_ROWS'));
    must(countsOf(taken) === '5 rows, 2 good, 3 bad, 2 in', 'the good rows are in', taken);
    const sellerId = await seller.employeeId();
    const leads = listAt(taken, 'imported', 'nodes');
    must(
      leads.length === 2 && leads.every((one) => at(one, 'lead', 'salesperson', 'id') === sellerId),
      'the rows are leads of who brought them',
      leads,
    );
    await story.isRefused(seller, start(await putFile(scene, seller), 'GOOD_ROWS'), 'IMPORT_FILE_REPEATED');
  },
};

async function putFile(scene: Scene, seller: Person): Promise<string> {
  const [one, two, three] = ['one', 'two', 'three'].map((label) => clientOf(scene, { label }).identity);
  const file = csvFile('prospects.csv', [
    '渠道,线上来源,联系人,手机号,备注',
    `线上,官网,${one?.name ?? ''},${one?.phone ?? ''},想了解经营贷`,
    `线上,微信,${two?.name ?? ''},${two?.phone ?? ''},`,
    `线上,官网,${three?.name ?? ''},13900001,`,
    `电视,官网,${three?.name ?? ''},${three?.phone ?? ''},`,
    `线上,官网,${one?.name ?? ''},${one?.phone ?? ''},重复`,
  ]);
  const act = { verb: 'requestUpload', input: { purpose: 'IMPORT', ...declared(file) }, select: 'upload { fileId url }' };
  const promised = await scene.story.act(seller, act);
  await upload(textAt(promised, 'upload', 'url'), file);
  return textAt(promised, 'upload', 'fileId');
}

const start = (fileId: string, mode: string): Act => ({
  verb: 'startImport',
  input: { fileId, kind: 'LEADS', mode },
  select: 'importRun { id state }',
});

/** Begins the import and waits until the worker is through with it. */
async function through({ story }: Scene, seller: Person, act: Act): Promise<unknown> {
  const begun = await story.act(seller, act);
  const id = textAt(begun, 'importRun', 'id');
  return waitFor('the import to be over', async () => {
    const { data } = await seller.ask(RUN, { id });
    const run = at(data, 'importRun');
    return ['QUEUED', 'CHECKING', 'IMPORTING'].includes(String(at(run, 'state'))) ? null : run;
  });
}

function countsOf(run: unknown): string {
  const count = (name: string): string => String(at(run, 'counts', name));
  return `${count('rows')} rows, ${count('good')} good, ${count('bad')} bad, ${count('imported')} in`;
}
