import { Injectable } from '@nestjs/common';
import { AskedTogether, daysBetween, DomainError } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Document } from 'mongodb';
import { requirePeriod } from '../../domain/acquisition/campaign.js';
import { funnelRows, funnelTotal } from '../../domain/acquisition/funnel.js';
import type { FunnelDimension, FunnelRow, ReachGroup } from '../../domain/acquisition/funnel.js';
import { ONLINE_SOURCES } from '../../domain/enquiry/lead.js';
import { leadCollection } from '../../persistence/acquisition/lead.schema.js';
import { activityCollection } from '../../persistence/acquisition/source.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';

export interface Funnel {
  readonly by: FunnelDimension;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rows: readonly FunnelRow[];
  readonly total: FunnelRow;
}

interface Grouped extends Partial<Pick<ReachGroup, 'leads' | 'loans' | 'disbursedFen'>> {
  readonly _id: { readonly key: string | null; readonly reached: number };
}

/** What leads are counted for, as a key of those who ask for the same. */
interface Asked {
  readonly by: FunnelDimension;
  readonly match: Document;
  readonly isOwn: boolean;
}

interface Cost {
  readonly key: string;
  readonly costFen: number;
}

const MOST_DAYS = 1_100;
const MONTH_LENGTH = 7;
const LEAD_FIELD: Readonly<Record<FunnelDimension, string>> = {
  CHANNEL: 'channel',
  ACTIVITY: 'activityId',
  CAMPAIGN: 'campaignId',
  PARTNER: 'partnerId',
  SALESPERSON: 'salespersonId',
  MONTH: 'createdOn',
};
/** Where costs say something: what a partner or a salesperson costs is not ours to know. */
const COST_FIELD: Readonly<Partial<Record<FunnelDimension, string>>> = {
  CHANNEL: 'kind',
  ACTIVITY: '_id',
  CAMPAIGN: 'campaignId',
  MONTH: 'heldOn',
};
const monthOf = (day: string): string => day.slice(0, MONTH_LENGTH);
const channelOf = (kind: string): string => ((ONLINE_SOURCES as readonly string[]).includes(kind) ? 'ONLINE' : 'OFFLINE');

/** The funnel of the leads that came in a period, counted from an index alone; costs are those of the activities held or called off in it. */
@Injectable()
export class FunnelQueries {
  private readonly together = new AskedTogether((asked) => this.groups(JSON.parse(asked) as Asked));

  constructor(private readonly database: Database) {}

  /** Throws DomainError PERIOD_INVALID or FUNNEL_PERIOD_TOO_LONG. */
  async of(by: FunnelDimension, period: { from: LocalDate; to: LocalDate }, actor: Actor): Promise<Funnel> {
    const { from, to } = period;
    requirePeriod(from, to, 'to');
    if (daysBetween(from, to) >= MOST_DAYS) throw new DomainError('FUNNEL_PERIOD_TOO_LONG', { days: MOST_DAYS }, 'to');
    const scope = salesScope(actor, 'salespersonId');
    const isOwn = Object.keys(scope).length > 0;
    const groups = await this.together.ask(
      JSON.stringify({ by, match: { createdOn: { $gte: from, $lte: to }, ...scope }, isOwn } satisfies Asked),
    );
    // What an activity costs is the company's: it says nothing about one person's leads.
    const spent = isOwn ? [] : await this.costs(COST_FIELD[by] ?? '_id', period);
    const costs = isOwn || !COST_FIELD[by] ? null : costsByKey(by, spent);
    const all = isOwn ? null : spent.reduce((sum, one) => sum + one.costFen, 0);
    return { by, from, to, rows: funnelRows(groups, costs), total: funnelTotal(groups, all) };
  }

  /** Every lead is counted by the steps it made; money is added up only over the few that were paid out, from an index of their own. */
  private async groups({ by, match, isOwn }: Asked): Promise<ReachGroup[]> {
    const money = { loans: '$progress.loans', disbursedFen: '$progress.disbursedFen' };
    const [counts, paid] = await Promise.all([
      this.grouped(by, { match, sums: { leads: 1 }, hint: isOwn ? 'funnelOfSalesperson' : 'funnel' }),
      this.grouped(by, { match: { ...match, 'progress.loans': { $gt: 0 } }, sums: money, hint: 'funnelOfPaid' }),
    ]);
    const nameOf = ({ _id }: Grouped): string => `${_id.key ?? ''} ${_id.reached}`;
    const paidBy = new Map(paid.map((row) => [nameOf(row), row]));
    return counts.map((row) => {
      const { loans = 0, disbursedFen = 0 } = paidBy.get(nameOf(row)) ?? {};
      return { key: row._id.key, reached: row._id.reached, leads: row.leads ?? 0, loans, disbursedFen };
    });
  }

  private grouped(by: FunnelDimension, of: { match: Document; sums: Readonly<Record<string, unknown>>; hint: string }): Promise<Grouped[]> {
    const counted = groupStage(`$${LEAD_FIELD[by]}`, '$reached', of.sums);
    // By day first: a month is cut out of a few hundred days and not out of every lead.
    const again = Object.fromEntries(Object.keys(of.sums).map((name) => [name, `$${name}`]));
    const byMonth = groupStage({ $substrCP: ['$_id.key', 0, MONTH_LENGTH] }, '$_id.reached', again);
    return this.database
      .collection(leadCollection.name)
      .aggregate<Grouped>([{ $match: of.match }, counted, ...(by === 'MONTH' ? [byMonth] : [])], { hint: of.hint })
      .toArray();
  }

  private costs(field: string, { from, to }: { from: LocalDate; to: LocalDate }): Promise<Cost[]> {
    return this.database
      .collection(activityCollection.name)
      .aggregate<Cost>(
        [
          { $match: { heldOn: { $gte: from, $lte: to }, state: { $in: ['held', 'cancelled'] } } },
          { $group: { _id: `$${field}`, costFen: { $sum: '$costFen' } } },
          { $project: { _id: 0, key: '$_id', costFen: 1 } },
        ],
        { hint: 'daysOfAll' },
      )
      .toArray();
  }
}

/** A stage that adds up, for each key and the steps made. */
function groupStage(key: unknown, reached: string, sums: Readonly<Record<string, unknown>>): Document {
  const added = Object.entries(sums).map(([name, sum]) => [name, { $sum: sum }] as const);
  return { $group: { _id: { key, reached }, ...Object.fromEntries(added) } };
}

function costsByKey(by: FunnelDimension, costs: readonly Cost[]): ReadonlyMap<string, number> {
  const keyOf = { CHANNEL: channelOf, MONTH: monthOf }[by as 'CHANNEL' | 'MONTH'] as ((key: string) => string) | undefined;
  const byKey = new Map<string, number>();
  for (const { key, costFen } of costs) {
    if (key === null) continue;
    const named = keyOf ? keyOf(key) : key;
    byKey.set(named, (byKey.get(named) ?? 0) + costFen);
  }
  return byKey;
}
