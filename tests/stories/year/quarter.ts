// How a quarter ends [5.5]: sheets open by themselves, the superior reviews each with reasons, who disagrees appeals, and when nobody can appeal any more hr closes.
// Then the bonuses [5.6]: hr prepares, finance approves, and the cashiers pay what is due.
import type { Act } from '../../../infra/local/demo/person.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { moveOverMonths } from '../lib/company-clock.ts';
import { at, listAt, textAt } from '../lib/read.ts';
import { cardEndingWith } from '../scripts/scene.ts';
import { nameOf, NAMES } from './cast.ts';
import type { Name, YearScene } from './cast.ts';

const FIGURES =
  'disbursedFen loans newCustomers satisfactionTotal satisfactionSample overdueFen outstandingFen nplFen violations severeViolations trainingHours firstPaymentDefaults';
const SHEETS = `query Sheets($quarter: String, $after: String) { appraisalSheets(quarter: $quarter, first: 100, after: $after) {
  nodes { id employee { id } state stage total dueAt lines { indicator points shareBp } gates { kind cap } figures { ${FIGURES} } }
  pageInfo { hasNextPage endCursor } } }`;
const BONUSES = `query Bonuses($employeeId: ID, $quarter: String) { bonuses(employeeId: $employeeId, quarter: $quarter, first: 5) { nodes {
  id state baseFen totalFen deferredFen paidNowFen setOffFen payoutFen owedBeforeFen reference blockedBy releaseOn html
  lines { code factor amountFen } deferred { state amountFen takenFen heldFen dueFen payoutFen releasedOn reference } } } }`;
const PAYMENTS = `query Payments { bonusPayments(state: OPEN, first: 100) { nodes { id amount employee { id } } } }`;
const MOST_TOGETHER = 10;

/** Answers of the graph, by person. */
export type ByName = Readonly<Record<Name, unknown>>;

export const quarterAt = ({ year }: Pick<YearScene, 'year'>, no: number): string => `${year}-Q${no}`;

/** The second morning after a quarter, by which finance has told of its last day. */
export function afterQuarter({ year }: Pick<YearScene, 'year'>, no: number): Date {
  return new Date(Date.UTC(year, no * 3, 2, 2));
}

/** Every sheet of a quarter. */
async function allSheets({ company }: Pick<YearScene, 'company'>, quarter: string): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  for (let after: unknown = null; ;) {
    const { data } = await company.one('hr-manager').ask(SHEETS, { quarter, after });
    seen.push(...listAt(data, 'appraisalSheets', 'nodes'));
    if (at(data, 'appraisalSheets', 'pageInfo', 'hasNextPage') !== true) return seen;
    after = at(data, 'appraisalSheets', 'pageInfo', 'endCursor');
  }
}

export async function sheetsOf(scene: YearScene, quarter: string): Promise<ByName> {
  const all = await allSheets(scene, quarter);
  const own = (name: Name): unknown => all.find((one) => at(one, 'employee', 'id') === scene.cast[name].id) ?? null;
  return { wu: own('wu'), zheng: own('zheng'), meng: own('meng') };
}

/** Waits until the sheets of a quarter are there and say what must be known of it. */
export function awaitSheets(scene: YearScene, no: number, isKnown: (sheets: ByName) => boolean): Promise<ByName> {
  return waitFor(`the figures of ${quarterAt(scene, no)}`, async () => {
    const sheets = await sheetsOf(scene, quarterAt(scene, no));
    return NAMES.every((name) => sheets[name] !== null) && isKnown(sheets) ? sheets : null;
  });
}

export interface Adjustment {
  readonly points: number;
  readonly reason: string;
}

/** The sales manager reviews every sheet of the quarter, hr his own; adjustments for who has some. */
export async function reviewAll(scene: YearScene, no: number, adjustments: Partial<Record<Name, Adjustment>> = {}): Promise<void> {
  const { company, story, cast } = scene;
  const manager = company.one('sales-manager');
  const ownId = await manager.employeeId();
  const review = (sheet: unknown): Act => {
    const name = NAMES.find((one) => cast[one].id === at(sheet, 'employee', 'id'));
    const own = name && adjustments[name];
    const input = { appraisalId: textAt(sheet, 'id'), text: '数据核对无误', adjustments: own ? [own] : [] };
    return { verb: 'reviewAppraisal', input, select: 'appraisal { id }' };
  };
  const open = (await allSheets(scene, quarterAt(scene, no))).filter((one) => at(one, 'state') === 'OPEN');
  const [his, others] = [true, false].map((isHis) => open.filter((one) => (at(one, 'employee', 'id') === ownId) === isHis).map(review));
  for (let start = 0; start < (others?.length ?? 0); start += MOST_TOGETHER)
    await story.does(manager, ...(others ?? []).slice(start, start + MOST_TOGETHER));
  if (his && his.length > 0) await story.does(company.one('hr-manager'), ...his);
}

/** After the last day on which anybody may appeal hr closes the quarter; every sheet is frozen then. */
export async function closeQuarter(scene: YearScene, no: number): Promise<ByName> {
  const { company, story } = scene;
  const quarter = quarterAt(scene, no);
  const dues = (await allSheets(scene, quarter)).flatMap((one) => at(one, 'dueAt') ?? []).map(String);
  const last = dues.sort().at(-1);
  const close = { verb: 'closeAppraisalQuarter', input: { quarter }, select: 'appraisalQuarter { id }' };
  if (last) await moveOverMonths(scene, new Date(Date.parse(last) + 60_000));
  await story.act(company.one('hr-manager'), close);
  await waitFor(`${quarter} to be closed`, async () => {
    const { data } = await company
      .one('hr-manager')
      .ask('query Q($quarter: String!) { appraisalQuarter(quarter: $quarter) { state } }', { quarter });
    return at(data, 'appraisalQuarter', 'state') === 'CLOSED';
  });
  return sheetsOf(scene, quarter);
}

/** Statements of everybody, approved by finance; neither hr alone nor the person himself. */
export async function settleBonuses(scene: YearScene, no: number): Promise<void> {
  const { company, story } = scene;
  const hr = company.one('hr-manager');
  const prepare = { verb: 'prepareBonuses', input: { quarter: quarterAt(scene, no) }, select: 'bonuses { id state preparation }' };
  const prepared = listAt(await story.act(hr, prepare), 'bonuses').filter((one) => at(one, 'state') === 'PREPARED');
  const bonusIds = prepared.map((one) => textAt(one, 'id'));
  const approve = {
    verb: 'approveBonuses',
    input: { bonusIds, preparations: prepared.map((one) => at(one, 'preparation')) },
    select: 'bonuses { state }',
  };
  await story.isRefused(hr, approve, 'BONUS_SAME_PERSON');
  await story.act(company.one('finance-manager'), approve);
}

/** Where each of the three is paid, registered by who will not make the payments. */
export async function registerSalaryAccounts({ company, story, cast }: YearScene): Promise<void> {
  const acts = NAMES.map((name, place) => ({
    verb: 'registerSalaryAccount',
    input: {
      employeeId: cast[name].id,
      holderName: nameOf(name),
      accountNumber: cardEndingWith(`20${place}015`),
      bankCode: '103331000015',
    },
    select: 'employee { id }',
  }));
  await story.does(company.nth('finance-officer', 1), ...acts);
}

/** Maker and checker pay every bonus that is open for our people; hr hears of it with the bank's reference. @returns how many */
export async function payBonuses(scene: YearScene, expected: number): Promise<void> {
  const { company, story, cast } = scene;
  const [maker, checker] = [company.one('finance-officer'), company.one('finance-manager')];
  const ids: readonly string[] = NAMES.map((name) => cast[name].id);
  const open = await waitFor(`${expected} bonuses at finance`, async () => {
    const { data } = await maker.ask(PAYMENTS);
    const own = listAt(data, 'bonusPayments', 'nodes').filter((one) => ids.includes(textAt(one, 'employee', 'id')));
    return own.length >= expected ? own : null;
  });
  for (const one of open) {
    const made = { paymentId: textAt(one, 'id'), amount: textAt(one, 'amount') };
    await story.act(maker, { verb: 'makeBonusPayment', input: made, select: 'bonusPayment { state }' });
    const check = { verb: 'checkBonusPayment', input: { paymentId: made.paymentId }, select: 'bonusPayment { state }' };
    await story.act(checker, check);
  }
}

export async function bonusOf({ company, cast }: YearScene, name: Name, quarter: string): Promise<unknown> {
  const { data } = await company.one('hr-manager').ask(BONUSES, { employeeId: cast[name].id, quarter });
  return at(data, 'bonuses', 'nodes', 0);
}

export async function bonusesOf(scene: YearScene, no: number): Promise<ByName> {
  const quarter = quarterAt(scene, no);
  const [wu, zheng, meng] = await Promise.all([
    bonusOf(scene, 'wu', quarter),
    bonusOf(scene, 'zheng', quarter),
    bonusOf(scene, 'meng', quarter),
  ]);
  return { wu, zheng, meng };
}

/** The statements once those of the named people are paid. */
export function awaitPaid(scene: YearScene, no: number, paid: readonly Name[]): Promise<ByName> {
  return waitFor(`the bonuses of ${quarterAt(scene, no)} to be paid`, async () => {
    const bonuses = await bonusesOf(scene, no);
    return paid.every((name) => at(bonuses[name], 'state') === 'PAID') ? bonuses : null;
  });
}
