// Invented work of the department in a sales book: campaigns and activities, partners, plans, logs, problems, reports, lists that were imported.
import { addDays, addMonths, quarterOf, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Activity } from '@weilend/sales-service/domain/acquisition/activity.js';
import type { Campaign } from '@weilend/sales-service/domain/acquisition/campaign.js';
import type { Partner } from '@weilend/sales-service/domain/acquisition/partner.js';
import { openAmendment } from '@weilend/sales-service/domain/contract/amendment.js';
import type { ContractAmendment } from '@weilend/sales-service/domain/contract/amendment.js';
import type { LoanContract } from '@weilend/sales-service/domain/contract/contract.js';
import { noCounts } from '@weilend/sales-service/domain/import/import-run.js';
import type { ImportRun } from '@weilend/sales-service/domain/import/import-run.js';
import type { MarketReport } from '@weilend/sales-service/domain/team/market-report.js';
import type { SalesProblem } from '@weilend/sales-service/domain/team/problem.js';
import type { SalesPlan } from '@weilend/sales-service/domain/team/sales-plan.js';
import type { WorkLog } from '@weilend/sales-service/domain/team/work-log.js';
import { Random } from '../faults/lib/random.ts';
import { campaignOfActivity, dayOf, idAt, momentOf } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';

const HOUR_MS = 3_600_000;
const HASH = 'a'.repeat(64);
const later = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR_MS);

/** The days of three years, cut into so many parts. */
const partOf = ({ today }: BookFrame, n: number, of: number): LocalDate => addDays(today, -Math.round((1_080 * (of - n)) / of));

/** One campaign a quarter; the last one runs. */
export function campaignOf(frame: BookFrame, id: string, n: number): Campaign {
  const of = frame.campaignIds.length;
  const startsOn = partOf(frame, n, of);
  const isOver = n < of - 2;
  return {
    ...{ id, version: 0, name: `第 ${n + 1} 期营销活动`, startsOn, endsOn: addDays(partOf(frame, n + 1, of), isOver ? -1 : 30) },
    ...{ budgetFen: 8_000_000, goalLeads: 500, ownerId: frame.managerId, targetGrades: [], targetTypes: [], createdBy: frame.managerId },
    ...{ createdAt: new Date(`${startsOn}T01:00:00Z`), closedOn: isOver ? partOf(frame, n + 1, of) : null },
    ...{ resultNote: isOver ? '达到预期' : null, changes: [] },
  };
}

/** A fair every few weeks; the last ones are to come, and two have to be written up. */
export function activityOf(frame: BookFrame, id: string, n: number): Activity {
  const of = frame.activityIds.length;
  const isOpen = n >= of - 5;
  const heldOn = isOpen ? addDays(frame.today, (n - (of - 3)) * 5) : partOf(frame, n, of);
  return {
    ...{
      id,
      version: 0,
      kind: 'FAIR',
      name: `第 ${n + 1} 场展会`,
      heldOn,
      state: isOpen ? 'planned' : 'held',
      campaignId: campaignOfActivity(frame, n),
    },
    ...{ ownerId: frame.salespeople[n % frame.salespeople.length] ?? frame.managerId, createdBy: frame.managerId, plannedCostFen: 500_000 },
    ...{
      plannedLeads: 60,
      actualCostFen: isOpen ? null : 480_000,
      costChanges: [],
      material: null,
      resultNote: null,
      cancelledBecause: null,
    },
  };
}

/** Two have left; one agreement runs out soon. */
export function partnerOf(frame: BookFrame, id: string, n: number): Partner {
  const { today, managerId: by } = frame;
  const isActive = n > 1;
  const from = addMonths(today, -12);
  const agreement = {
    agreementNo: `HZ-${n}`,
    validFrom: from,
    validTo: addDays(today, n === 2 ? 14 : 300),
    feeTerms: null,
    by,
    at: new Date(`${from}T01:00:00Z`),
  };
  return {
    ...{
      id,
      version: 0,
      name: `合作机构 ${n + 1}`,
      creditCode: `91350100M0000${String(n).padStart(5, '0')}`,
      active: isActive,
      addedBy: by,
    },
    ...{
      addedOn: from,
      endedOn: isActive ? null : today,
      endedBecause: isActive ? null : '合作结束',
      contactName: null,
      contactPhone: null,
    },
    ...{ agreements: [agreement], views: [] },
  };
}

/** The plan of the quarter `n` quarters ago: every salesperson has his target. */
export function planOf(frame: BookFrame, n: number): SalesPlan {
  const quarter = quarterOf(addMonths(frame.today, -3 * n));
  const { from } = quarterRange(quarter);
  const at = new Date(`${from}T00:30:00Z`);
  const own = { disbursedFen: 2_000_000_000, loans: 60, newCustomers: 30 };
  const whole = {
    disbursedFen: own.disbursedFen * frame.salespeople.length,
    loans: 60 * frame.salespeople.length,
    newCustomers: 30 * frame.salespeople.length,
  };
  const initiative = { title: '走访重点商圈', ownerId: frame.managerId, dueOn: addDays(from, 40) };
  return {
    ...{
      id: idAt('pln', at),
      version: 0,
      quarter,
      state: 'published',
      strategy: '深耕重点商圈，提高老客户复贷率',
      initiatives: [initiative],
      reportIds: [],
    },
    ...{
      department: whole,
      targets: frame.salespeople.map((employeeId) => ({ employeeId, ...own })),
      createdBy: frame.managerId,
      createdAt: at,
    },
    ...{ publishedAt: later(at, 1), revisions: [] },
  };
}

/** The log of a day, `back` days ago; today's is still open. */
export function workLogOf(frame: BookFrame, employeeId: string, place: number, back: number): WorkLog {
  const day = addDays(frame.today, -back);
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + place);
  const entry = {
    id: idAt('wrk', at),
    kind: 'CALL' as const,
    minutes: 90,
    note: '电话联系老客户',
    customerId: null,
    leadId: null,
    applicationId: null,
    at,
  };
  const handedIn = { summary: '联系老客户并走访门店', tomorrow: '准备申请资料', handedInAt: later(at, 10) };
  const isHandedIn = back > 0;
  return {
    ...{ id: idAt('log', at), version: 0, employeeId, day, entries: [entry] },
    ...(isHandedIn ? handedIn : { summary: null, tomorrow: null, handedInAt: null }),
    review: back > 7 ? { comment: '继续跟进', by: frame.managerId, at: later(at, 24) } : null,
  };
}

/** A problem of the daily work; the latest are open or in somebody's hand. */
export function problemOf(frame: BookFrame, n: number, of: number): SalesProblem {
  const random = new Random(frame.seed, `problem ${n}`);
  const at = momentOf(frame, n, of);
  const raisedBy = random.pick(frame.salespeople);
  const ownerId = random.pick(frame.salespeople);
  const raised = { event: 'raise' as const, by: raisedBy, at, words: '客户反映签约等待较久' };
  const assigned = { event: 'assign' as const, by: frame.managerId, at: later(at, 5), words: null };
  const solved = { event: 'solve' as const, by: ownerId, at: later(at, 50), words: '已调整签约时间' };
  const confirmed = { event: 'confirm' as const, by: raisedBy, at: later(at, 60), words: null };
  const problem = {
    id: idAt('prb', at),
    version: 0,
    kind: random.pick(['PROCESS', 'CUSTOMER', 'SYSTEM'] as const),
    title: '签约等待较久',
    text: raised.words,
    raisedBy,
    raisedAt: at,
  };
  if (n > of * 0.97) return { ...problem, state: 'open', ownerId: null, dueOn: null, steps: [raised] };
  if (n > of * 0.85) {
    const dueOn = addDays(frame.today, random.between(-2, 10));
    return { ...problem, state: 'in-hand', ownerId, dueOn, steps: [raised, assigned] };
  }
  return { ...problem, state: 'closed', ownerId, dueOn: addDays(dayOf(at), 7), steps: [raised, assigned, solved, confirmed] };
}

export function reportOf(frame: BookFrame, n: number, of: number): MarketReport {
  const random = new Random(frame.seed, `report ${n}`);
  const at = momentOf(frame, n, of);
  const isAboutOther = random.chance(0.5);
  const conclusion = { text: '保持现有定价', by: frame.managerId, at: later(at, 48) };
  return {
    ...{
      id: idAt('mrp', at),
      version: 0,
      kind: isAboutOther ? 'COMPETITOR' : 'MARKET',
      topic: random.pick(['INTEREST_RATES', 'PRODUCTS', 'DEMAND'] as const),
    },
    ...{
      quarter: quarterOf(dayOf(at)),
      competitor: isAboutOther ? '某某小贷' : null,
      finding: '同业利率略有下调',
      consequence: '需关注老客户流失',
      source: '公开报价',
    },
    ...{ authorId: random.pick(frame.salespeople), writtenAt: at, corrections: [], conclusion: n < of - 5 ? conclusion : null },
  };
}

/** A list that was taken in long ago. */
export function importRunOf(frame: BookFrame, n: number, of: number): ImportRun {
  const at = momentOf(frame, n, of);
  const ownerId = frame.salespeople[n % frame.salespeople.length] ?? frame.managerId;
  return {
    ...{
      id: idAt('imp', at),
      version: 0,
      kind: 'LEADS',
      mode: 'GOOD_ROWS',
      state: 'imported',
      ownerId,
      assigns: false,
      salespersonId: ownerId,
    },
    ...{
      fileId: idAt('fil', later(at, 1)),
      holdsFile: false,
      fileName: '展会名单.csv',
      sha256: HASH,
      encoding: 'utf-8',
      delimiter: ',',
      headerLine: 1,
    },
    ...{ lines: 101, columns: ['contactName', 'phone', 'channel'], maxRows: 10_000, checkedToLine: 101, importedToLine: 101 },
    ...{ counts: { ...noCounts, rows: 100, good: 100, imported: 100 }, samples: [], troubles: 0, failure: null },
    ...{ createdAt: at, startedAt: later(at, 0.01), finishedAt: later(at, 0.02) },
  };
}

/** A loan in fifty was restructured; the latest agreements are owed. */
export function amendmentOf(frame: BookFrame, contract: LoanContract, { n, isOwed }: { n: number; isOwed: boolean }): ContractAmendment {
  const at = later(contract.signedAt ?? frame.now, 24 * 20);
  const { terms, startOn, salespersonId } = contract;
  const after = {
    principalFen: terms.amountFen,
    annualRate: terms.annualRate,
    method: terms.method,
    maturesOn: addMonths(startOn, terms.termMonths + 6),
  };
  const random = new Random(frame.seed, `amendment ${n}`);
  const opened = openAmendment(contract, {
    ...{
      id: idAt('amd', at),
      loanId: idAt('lon', at),
      scheduleNo: 2,
      no: 1,
      after,
      effectiveOn: dayOf(at),
      salespersonId,
      disbursedOn: startOn,
    },
    ...{ lender: '惟联小额贷款有限公司', borrower: '借款人', by: 'finance', at, dueAt: later(frame.now, random.between(-48, 240)) },
  });
  if (isOwed) return opened;
  const signature = {
    fileId: idAt('fil', later(at, 2)),
    sha256: HASH,
    sizeBytes: 90_000,
    signedOn: dayOf(later(at, 48)),
    by: salespersonId,
    at: later(at, 48),
  };
  const acknowledgement = { textHash: opened.textHash, readingSeconds: 120, by: salespersonId, at: later(at, 40) };
  const history = [
    ...opened.history,
    { state: 'acknowledged' as const, by: salespersonId, at: later(at, 40) },
    { state: 'signed' as const, by: salespersonId, at: later(at, 48) },
  ];
  return { ...opened, state: 'signed', history, acknowledgement, signature, signDueAt: null };
}
