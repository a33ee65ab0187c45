import { Injectable } from '@nestjs/common';
import { maskIdentity, maskName, maskPhone } from '@weilend/auth';
import { newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { parseMobile } from '../../domain/customer/mobile.js';
import { requireNew } from '../../domain/import/duplicates.js';
import type { Known } from '../../domain/import/duplicates.js';
import type { ImportRun, ImportSample } from '../../domain/import/import-run.js';
import type { LeadChannel } from '../../domain/enquiry/lead.js';
import { draftLead, readLeadRow } from '../../domain/import/lead-row.js';
import type { LeadDraft, LeadFacts } from '../../domain/import/lead-row.js';
import { maskedSample } from '../../domain/import/masked-sample.js';
import { newLead } from '../../domain/import/new-rows.js';
import { judgeRow } from '../../domain/import/row-problem.js';
import type { NamedRow } from '../../domain/import/row-problem.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import type { ImportedRow } from '../../persistence/import/import.repository.js';
import { ImportLookups } from '../../persistence/import/import-lookups.repository.js';
import { LeadDeadlines } from '../acquisition/lead-deadlines.js';
import { ImportRules } from './import-rules.js';
import type { JudgedRow, RowDesk } from './row-desk.js';

/** Rows of a file of leads: judged as the form judges, many at a time [2.8, 3.1-3.4]. */
@Injectable()
export class LeadRows implements RowDesk<LeadDraft> {
  constructor(
    private readonly lookups: ImportLookups,
    private readonly rules: ImportRules,
    private readonly leads: Leads,
    private readonly deadlines: LeadDeadlines,
  ) {}

  keysOf(rows: readonly NamedRow[]): string[] {
    return rows.flatMap((row) => this.keyOf(row) ?? []);
  }

  async judge(run: ImportRun, rows: readonly NamedRow[], inFile: Known['inFile'], tx: Tx): Promise<JudgedRow<LeadDraft>[]> {
    const facts = await this.factsOf(rows, tx);
    const known = { inFile, onFile: await this.lookups.phonesOnFile(this.keysOf(rows), tx) };
    return rows.map((row) => {
      const key = this.keyOf(row);
      const { value: draft, problems } = judgeRow(row, () => {
        const drafted = draftLead(readLeadRow(row), facts, run);
        if (key) requireNew(key, { line: row.line, column: 'phone' }, known);
        return drafted;
      });
      return { row, draft, problems, key };
    });
  }

  async write(run: ImportRun, rows: readonly { line: number; draft: LeadDraft }[], tx: Tx): Promise<ImportedRow[]> {
    const at = this.deadlines.clock.now();
    const activityIds = rows.flatMap(({ draft }) => draft.activityId ?? []);
    const campaigns = await this.lookups.campaignsOf([...new Set(activityIds)], tx);
    const promises = await this.promises(at);
    const leads = rows.map(({ draft }) => {
      const campaignId = (draft.activityId && campaigns.get(draft.activityId)) || null;
      return newLead(newId('led'), draft, { at, by: run.ownerId, promisedResponseAt: promises[draft.channel], campaignId });
    });
    await this.leads.insertMany(leads, tx);
    return rows.map(({ line }, place) => ({ line, subjectId: leads[place]?.id ?? '' }));
  }

  sample({ line, cells }: NamedRow, draft: LeadDraft): ImportSample {
    const { channel, onlineSource, contactName, phone, note, salespersonId } = draft;
    const asWritten = { activity: cells['activity'] ?? null, partner: cells['partner'] ?? null, referrer: cells['referrer'] ?? null };
    const values = { channel, onlineSource, contactName, phone, note, salesperson: salespersonId, ...asWritten };
    return maskedSample('LEADS', { line, values }, { name: maskName, phone: maskPhone, identity: maskIdentity });
  }

  private async promises(at: Date): Promise<Record<LeadChannel, Date>> {
    return {
      ONLINE: await this.deadlines.promise('ONLINE', at),
      OFFLINE: await this.deadlines.promise('OFFLINE', at),
      REFERRAL: await this.deadlines.promise('REFERRAL', at),
      PARTNER: await this.deadlines.promise('PARTNER', at),
    };
  }

  private async factsOf(rows: readonly NamedRow[], tx: Tx): Promise<LeadFacts> {
    const written = (column: string): string[] => [...new Set(rows.flatMap(({ cells }) => cells[column] || []))];
    return {
      activities: await this.lookups.activities(written('activity'), tx),
      partners: await this.lookups.partners(written('partner'), tx),
      referrers: await this.lookups.customers(written('referrer'), tx),
      salespeople: await this.rules.salespeople(tx),
    };
  }

  private keyOf({ cells }: NamedRow): string | null {
    const phone = orNull(() => parseMobile(cells['phone'] ?? ''));
    return phone && this.lookups.keyOf('phone', phone);
  }
}

/** What is no number is refused when the row is judged. */
export function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
