import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { SiteVisit } from '../../domain/checks/site-visit.js';
import { nextReplyDueAt } from '../../domain/investigation/information-request.js';
import { isOpen } from '../../domain/investigation/investigation.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { nextCheckDueAt } from '../../domain/investigation/investigation-plan.js';
import type { InvestigationPlan } from '../../domain/investigation/investigation-plan.js';
import { INVESTIGATION_STATES } from '../../domain/investigation/investigation.machine.js';
import { investigationCollection } from './investigation.schema.js';

const COLLECTION = investigationCollection.name;
const SEALED = /^v1\./;

/** Investigations; where the investigators were or will be and whom they meet is encrypted at rest [3.7]. */
@Injectable()
export class Investigations extends Repository<Investigation> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, investigationCollection, 'investigation');
  }

  /** Row of the collection to an investigation; also for the read side. */
  fromRow(row: Stored): Investigation {
    return this.toEntity(row);
  }

  /** All rounds of an application, first round first. */
  ofApplication(applicationId: string, tx: Tx): Promise<Investigation[]> {
    return this.findMany({ applicationId }, tx, { sort: { round: 1 } });
  }

  /** The round that is still being worked on, or null. */
  openOf(applicationId: string, tx: Tx): Promise<Investigation | null> {
    return this.findOne({ applicationId, state: { $in: INVESTIGATION_STATES.filter(isOpen) } }, tx);
  }

  /** The latest round, whatever its state, or null. */
  async latestOf(applicationId: string, tx: Tx): Promise<Investigation | null> {
    return (await this.ofApplication(applicationId, tx)).at(-1) ?? null;
  }

  protected override toDocument(investigation: Investigation): Record<string, unknown> {
    const seal = (field: string, text: string): string =>
      this.cipher.encrypt(text, { collection: COLLECTION, id: investigation.id, field });
    return {
      ...super.toDocument(investigation),
      siteVisits: investigation.siteVisits.map((visit) => mapPlaces(visit, seal)),
      plans: investigation.plans.map((plan) => mapPlanned(plan, seal)),
      ...duesOf(investigation),
    };
  }

  protected override toEntity(document: Stored): Investigation {
    const entity = super.toEntity(document);
    // A visit from before visits were sealed is read as it is, and sealed with the next save.
    const open = (field: string, text: string): string =>
      SEALED.test(text) ? this.cipher.decrypt(text, { collection: COLLECTION, id: document._id, field }) : text;
    const siteVisits = entity.siteVisits.map((visit) => mapPlaces(visit, open));
    return { ...entity, siteVisits, plans: entity.plans.map((plan) => mapPlanned(plan, open)) };
  }
}

function mapPlaces(visit: SiteVisit, map: (field: string, text: string) => string): SiteVisit {
  const { checkId } = visit;
  const peopleMet = visit.peopleMet.map((met, no) => ({ ...met, name: map(`${checkId}.met.${no}`, met.name) }));
  return { ...visit, place: map(`${checkId}.place`, visit.place), peopleMet };
}

function mapPlanned(plan: InvestigationPlan, map: (field: string, text: string) => string): InvestigationPlan {
  const mapped = (no: number, what: string, text: string | null) => (text === null ? null : map(`plan.${plan.planNo}.${no}.${what}`, text));
  const checks = plan.checks.map((one, no) => ({
    ...one,
    place: mapped(no, 'place', one.place),
    people: mapped(no, 'people', one.people),
  }));
  return { ...plan, checks };
}

/** What the lists are served by. */
function duesOf(investigation: Investigation): Record<string, unknown> {
  return {
    checkDueAt: nextCheckDueAt(investigation),
    replyDueAt: isOpen(investigation.state) ? nextReplyDueAt(investigation) : null,
    waiverPending: isOpen(investigation.state) && investigation.waivers.some((one) => one.state === 'REQUESTED'),
  };
}
