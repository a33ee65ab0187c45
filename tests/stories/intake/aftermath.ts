// What must hold of the whole company after a run, asked of finance itself: the books balance, and no contract was paid twice.
import type { Company } from '../lib/company.ts';
import { at, listAt, textAt } from '../lib/read.ts';

const PAGE_SIZE = 100;
const PAID = `query Paid($first: Int, $after: String) {
  disbursementOrders(state: PAID, first: $first, after: $after) { nodes { id contract { id } } pageInfo { hasNextPage endCursor } }
}`;

/** Every problem in words. `contractIds` are the signed contracts of the run. */
export async function aftermath(company: Company, contractIds: readonly string[]): Promise<string[]> {
  const paid = await paidContracts(company);
  const counts = Map.groupBy(paid, (contractId) => contractId);
  const wrong = contractIds
    .filter((contractId) => counts.get(contractId)?.length !== 1)
    .map((id) => `contract ${id} has ${counts.get(id)?.length ?? 0} payments`);
  const twice = [...counts]
    .filter(([id, payments]) => payments.length > 1 && !contractIds.includes(id))
    .map(([id]) => `contract ${id} was paid more than once`);
  return [...wrong, ...twice, ...(await ledgerProblems(company))];
}

async function paidContracts(company: Company): Promise<string[]> {
  const found: string[] = [];
  for (let after: unknown = null; ;) {
    const { data } = await company.one('finance-manager').ask(PAID, { first: PAGE_SIZE, after });
    found.push(...listAt(data, 'disbursementOrders', 'nodes').map((order) => textAt(order, 'contract', 'id')));
    if (at(data, 'disbursementOrders', 'pageInfo', 'hasNextPage') !== true) return found;
    after = at(data, 'disbursementOrders', 'pageInfo', 'endCursor');
  }
}

async function ledgerProblems(company: Company): Promise<string[]> {
  const { data } = await company.one('finance-manager').ask('query Books { trialBalance { totalDebit totalCredit balanced } }');
  const isBalanced =
    at(data, 'trialBalance', 'balanced') === true && at(data, 'trialBalance', 'totalDebit') === at(data, 'trialBalance', 'totalCredit');
  return isBalanced ? [] : [`the books do not balance: ${JSON.stringify(at(data, 'trialBalance'))}`];
}
