// What happens in a quarter beside the paying out: some customers pay, one early, one wrongly, most nothing; visits and complaints are kept and missed; violations are
// confirmed. So that every figure of the sheets is more than nothing when it is counted once more.
import { at, textAt } from '../../stories/lib/read.ts';
import type { Person } from '../../../infra/local/demo/person.ts';
import { receive } from '../../stories/lib/cashiers.ts';
import type { Company } from '../../stories/lib/company.ts';
import type { Storyline } from '../../stories/lib/storyline.ts';
import type { PlayedApplication } from '../../stories/intake/run-intake.ts';

interface Lent {
  readonly loanId: string;
  readonly customerId: string;
  readonly principal: string;
  readonly seller: Person;
}

const LOAN = 'query Lent($id: ID!) { application(id: $id) { customer { id } salesperson { id } loan { id principal } } }';
/** One pays everything, one a half and the first instalment is late all the same, one pays and the bank takes it back; the others pay nothing. */
const LEAST_LOANS = 4;

export async function liveQuarter(company: Company, story: Storyline, applications: readonly PlayedApplication[]): Promise<number> {
  const loans = await lentOf(company, applications);
  if (loans.length < LEAST_LOANS) throw new Error(`${loans.length} loans are too few: give a greater --limit`);
  await pay(company, story, loans);
  await visit(company, story, loans);
  await complain(company, story, loans);
  await violate(company, story, loans);
  return loans.length;
}

async function lentOf(company: Company, applications: readonly PlayedApplication[]): Promise<Lent[]> {
  const sellers = new Map<string, Person>();
  for (const person of company.all('salesperson')) sellers.set(await person.employeeId(), person);
  const found: Lent[] = [];
  for (const { id, outcome } of applications) {
    if (outcome !== 'DISBURSED') continue;
    const seen = at((await company.one('sales-manager').ask(LOAN, { id })).data, 'application');
    const seller = sellers.get(textAt(seen, 'salesperson', 'id')) ?? company.one('salesperson');
    const loan = { loanId: textAt(seen, 'loan', 'id'), principal: textAt(seen, 'loan', 'principal') };
    found.push({ ...loan, customerId: textAt(seen, 'customer', 'id'), seller });
  }
  return found;
}

async function pay(company: Company, story: Storyline, [first, second, third]: readonly Lent[]): Promise<void> {
  if (!first || !second || !third) return;
  const officer = company.one('finance-officer');
  await receive(company, story, money(first, Number(first.principal)));
  const { transactionId, ...half } = money(second, Math.floor(Number(second.principal) / 2));
  const early = { ...half, paidOn: await company.today(), channel: 'BANK', channelTransactionId: transactionId, early: 'SHORTER_TERM' };
  await story.act(officer, { verb: 'recordRepayment', input: early, select: 'loan { id }' });
  await receive(company, story, money(third, Number(third.principal)));
  const document = 'query Paid($id: ID!) { loan(id: $id) { repayments { id } } }';
  const repaymentId = textAt((await officer.ask(document, { id: third.loanId })).data, 'loan', 'repayments', 0, 'id');
  const input = { loanId: third.loanId, repaymentId, reason: '银行退回' };
  await story.act(company.one('finance-manager'), { verb: 'reverseRepayment', input, select: 'loan { id }' });
}

const money = ({ loanId }: Lent, yuan: number) => ({ loanId, amount: yuan.toFixed(2), transactionId: `life-${loanId}` });

async function visit(company: Company, story: Storyline, loans: readonly Lent[]): Promise<void> {
  const visitedOn = await company.today();
  for (const [place, { customerId, seller }] of loans.slice(0, 4).entries()) {
    const sections = { useOfLoan: '已按用途使用', business: '收入稳定', furtherNeeds: '暂无' };
    const input = { customerId, visitedOn, way: 'PHONE', ...sections, satisfaction: 5 - (place % 3) };
    await story.act(seller, { verb: 'recordReturnVisit', input, select: 'customer { id }' });
  }
}

/** Of two complaints one is answered and closed in time, and the other is left lying. */
async function complain(company: Company, story: Storyline, loans: readonly Lent[]): Promise<void> {
  const manager = company.one('sales-manager');
  const words = { kind: 'COMPLAINT', channel: 'PHONE', severity: 'HIGH', aboutNobody: true, text: '未说明提前还款的费用' };
  const tickets: { readonly id: string; readonly owner: Person }[] = [];
  for (const { customerId, seller } of loans.slice(0, 2)) {
    // Not the customer's own salesperson handles it.
    const owner = company.all('salesperson').find((person) => person !== seller) ?? manager;
    const opened = { verb: 'openFeedback', input: { ...words, customerId, ownerId: await owner.employeeId() }, select: 'ticket { id }' };
    tickets.push({ id: textAt(await story.act(manager, opened), 'ticket', 'id'), owner });
  }
  const [kept] = tickets;
  if (!kept) return;
  const { id: ticketId, owner } = kept;
  const cause = { rootCause: '面谈未逐项说明费用', improvement: '面谈清单增加费用确认项' };
  await story.does(
    owner,
    { verb: 'acknowledgeFeedback', input: { ticketId }, select: 'ticket { id }' },
    { verb: 'replyToFeedback', input: { ticketId, text: '已逐项说明费用并致歉', way: 'PHONE' }, select: 'ticket { id }' },
    { verb: 'closeFeedback', input: { ticketId, satisfaction: 4, ...cause }, select: 'ticket { id }' },
  );
}

async function violate(company: Company, story: Storyline, loans: readonly Lent[]): Promise<void> {
  const [first, second] = [company.nth('compliance-officer', 0), company.nth('compliance-officer', 1)];
  const people = [...new Set(loans.map(({ seller }) => seller))];
  for (const [place, severity] of ['MINOR', 'SEVERE'].entries()) {
    const aboutEmployeeId = await (people[place % people.length] as Person).employeeId();
    const report = { kind: 'MISLEADING', severity, aboutEmployeeId, description: '宣传用语使客户误解' };
    const reported = await story.act(company.one('sales-manager'), { verb: 'reportViolation', input: report, select: 'violation { id }' });
    const violationId = textAt(reported, 'violation', 'id');
    await story.act(first, { verb: 'investigateViolation', input: { violationId }, select: 'violation { id }' });
    const confirm = { verb: 'confirmViolation', input: { violationId, findings: '截图与陈述一致' }, select: 'violation { id }' };
    await story.act(second, confirm);
  }
}
