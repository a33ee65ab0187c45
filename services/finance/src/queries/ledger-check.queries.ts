import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { LedgerFindingRow } from '../persistence/ledger-check.repository.js';
import { ledgerCheckCollection, ledgerFindingCollection } from '../persistence/ledger-check.schema.js';
import type { LedgerCheckRow } from '../persistence/ledger-check.schema.js';
import { plain } from './scope.js';

export type LedgerFinding = Omit<LedgerFindingRow, '_id'> & { readonly id: string };
export type LedgerCheck = Omit<LedgerCheckRow, '_id'> & { readonly id: string; readonly findings: readonly LedgerFinding[] };

/** Findings that come with their check; `findingsOf` pages through all. */
const FIRST_FINDINGS = 50;

/** What the checks of the books found. */
@Injectable()
export class LedgerCheckQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(page: PageRequest): Promise<Page<LedgerCheck>> {
    const checks = await pageOf(this.checks(), page, { filter: {}, map: (row) => plain<Omit<LedgerCheck, 'findings'>>(row) });
    const found = await this.firstFindings(checks.nodes.map((check) => check.id));
    const edges = checks.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, findings: found.get(node.id) ?? [] } }));
    return {
      edges,
      nodes: edges.map((edge) => edge.node),
      pageInfo: checks.pageInfo,
      get totalCount() {
        return checks.totalCount;
      },
    };
  }

  async byId(id: string): Promise<LedgerCheck | null> {
    const row = await this.checks().findById(id).lean<Stored>().exec();
    if (!row) return null;
    return { ...plain<Omit<LedgerCheck, 'findings'>>(row), findings: (await this.firstFindings([id])).get(id) ?? [] };
  }

  /** In the order in which they were found. */
  findingsOf({ checkId, ...page }: PageRequest & { readonly checkId: string }): Promise<Page<LedgerFinding>> {
    return pageOf(this.findings(), page, { filter: { checkId }, map: (row) => plain<LedgerFinding>(row), direction: 1 });
  }

  private async firstFindings(checkIds: readonly string[]): Promise<ReadonlyMap<string, LedgerFinding[]>> {
    const first = { checkId: { $in: [...checkIds] }, no: { $lte: FIRST_FINDINGS } };
    const rows = await this.findings()
      .find(first as never)
      .sort({ checkId: 1, no: 1 })
      .lean<Stored[]>()
      .exec();
    return Map.groupBy(
      rows.map((row) => plain<LedgerFinding>(row)),
      (finding) => finding.checkId,
    );
  }

  private checks() {
    return this.database.model(ledgerCheckCollection);
  }

  private findings() {
    return this.database.model(ledgerFindingCollection);
  }
}
