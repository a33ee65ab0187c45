import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { parseDistrict } from '../../domain/acquisition/assignment.js';
import type { IntakeWay, LeadAssignment } from '../../domain/acquisition/assignment.js';
import { requireReason } from '../../domain/customer/correction.js';
import { parseMobile } from '../../domain/customer/mobile.js';
import type { ChannelLink, Lead, LeadChannel, OnlineSource } from '../../domain/enquiry/lead.js';
import { NOTHING_HAPPENED } from '../../domain/enquiry/lead.js';
import { leadMachine } from '../../domain/enquiry/lead.machine.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { isInScope } from '../../persistence/sales-scope.js';
import { LeadAssigner } from '../acquisition/lead-assigner.js';
import { LeadDeadlines } from '../acquisition/lead-deadlines.js';
import { LeadDuplicates } from '../acquisition/lead-duplicates.js';
import { LeadSources } from '../acquisition/lead-sources.js';

export interface CreateLeadRequest {
  readonly requestKey?: string | null;
  readonly channel: LeadChannel;
  readonly onlineSource?: OnlineSource | null;
  readonly activityId?: string | null;
  readonly referrerId?: string | null;
  readonly partnerId?: string | null;
  readonly campaignId?: string | null;
  readonly contactName: string;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly district?: string | null;
  readonly sourceDetail?: string | null;
  /** Fen. */
  readonly interestAmount?: number | null;
  readonly interestPurpose?: string | null;
  /** Who looks after it; the one who registers it when left out. */
  readonly assign?: IntakeWay | null;
  readonly salespersonId?: string | null;
  /** Why there is a lead though the number is known. */
  readonly createAnywayBecause?: string | null;
}

/** Registers a prospect with the source that its channel must name, once for each number, and finds who looks after him [2.8, 3.1-3.4]. */
@Injectable()
export class CreateLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly sources: LeadSources,
    private readonly duplicates: LeadDuplicates,
    private readonly assigner: LeadAssigner,
    private readonly deadlines: LeadDeadlines,
  ) {}

  execute(actor: Actor, input: CreateLeadRequest): Promise<string> {
    const createdBy = employeeIdOf(actor);
    // Those who are given by turns or by load are given one after the other.
    const inTurn = input.assign && BY_TURNS.includes(input.assign) ? 'assign-leads' : null;
    return this.work.once({ operation: 'create-lead', actor, input, inTurn }, async (tx) => {
      const phone = input.phone ? parseMobile(input.phone, 'phone') : null;
      const link = linkOf(input);
      const campaignId = await this.sources.admit({ ...link, campaignId: input.campaignId ?? null, phone }, tx);
      const contactName = input.contactName.trim();
      if (contactName.length < 1) throw new DomainError('NAME_INVALID', {}, 'contactName');
      const because = input.createAnywayBecause ? requireReason(input.createAnywayBecause, 'createAnywayBecause') : null;
      const duplicateBecause = await this.duplicates.admit(actor, { phone, because }, tx);
      const createdAt = this.deadlines.clock.now();
      const assignment = await this.assignment(actor, input, tx);
      const lead: Lead = {
        ...{ id: newId('led'), version: 0, ...link, campaignId, state: leadMachine.initial, contactName, phone, duplicateBecause },
        ...{ salespersonId: assignment?.salespersonId ?? null, assignments: assignment ? [assignment] : [] },
        ...saidBy(input),
        ...{ createdAt, createdBy, promisedResponseAt: await this.deadlines.promise(link.channel, createdAt) },
        ...NOTHING_HAPPENED,
      };
      return (await this.leads.insert(lead, tx)).id;
    });
  }

  private async assignment(actor: Actor, input: CreateLeadRequest, tx: Tx): Promise<LeadAssignment | null> {
    const by = employeeIdOf(actor);
    const how = input.assign ?? (input.salespersonId ? 'HAND' : 'CREATOR');
    const stamp = { by, reason: null, at: this.deadlines.clock.now() };
    if (how === 'CREATOR') return { salespersonId: by, how, ...stamp };
    // A row of nobody is the manager's: so is giving leads to others.
    if (!isInScope(actor, null)) throw new DomainError('ASSIGNMENT_NOT_YOURS', {}, 'assign');
    if (how === 'LATER') return null;
    const wish = { how, toEmployeeId: input.salespersonId ?? null, district: input.district?.trim() ?? null };
    return { salespersonId: await this.assigner.choose(wish, tx), how, ...stamp };
  }
}

const BY_TURNS: readonly IntakeWay[] = ['ROUND_ROBIN', 'LOAD', 'AREA'];

function saidBy(input: CreateLeadRequest): Pick<Lead, 'note' | 'district' | 'sourceDetail' | 'interest'> {
  const amountFen = input.interestAmount ?? null;
  if (amountFen !== null && amountFen <= 0)
    throw new DomainError('INPUT_INVALID', { problem: 'an amount wanted is above zero' }, 'interestAmount');
  return {
    note: input.note ?? null,
    district: input.district ? parseDistrict(input.district) : null,
    sourceDetail: input.sourceDetail?.trim() || null,
    interest: { amountFen, purpose: input.interestPurpose ?? null },
  };
}

function linkOf(input: CreateLeadRequest): ChannelLink {
  return {
    channel: input.channel,
    onlineSource: input.onlineSource ?? null,
    activityId: input.activityId ?? null,
    referrerId: input.referrerId ?? null,
    partnerId: input.partnerId ?? null,
  };
}
