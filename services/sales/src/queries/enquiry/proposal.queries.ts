import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { compareOffers } from '../../domain/enquiry/comparison.js';
import type { ComparedOffer } from '../../domain/enquiry/comparison.js';
import { expiresOn, stateOn } from '../../domain/enquiry/proposal.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { proposalOf } from '../../persistence/enquiry/enquiry.repository.js';
import { productCollection, proposalCollection } from '../../persistence/enquiry/enquiry.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';
import type { Product } from '../../domain/enquiry/product.js';

/** A proposal as it stands today: what ran out is EXPIRED, whether or not it has been written down. */
export interface ProposalView extends Proposal {
  readonly expiresOn: string | null;
}

export interface ProposalFilter extends PageRequest {
  readonly state?: string | null;
  /** Those that can be taken today and not any more after so many days. */
  readonly expiringWithinDays?: number | null;
}

export interface OfferView extends ComparedOffer {
  readonly productName: string;
}

/** The read side of proposals, in the scope of who asks. */
@Injectable()
export class ProposalQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ProposalView[]> {
    return (await this.read({ _id: { $in: [...ids] } }, actor)).map((row) => this.toView(row));
  }

  async ofEnquiries(enquiryIds: readonly string[], actor: Actor): Promise<ProposalView[]> {
    return (await this.read({ enquiryId: { $in: [...enquiryIds] } }, actor)).map((row) => this.toView(row));
  }

  list({ state, expiringWithinDays, ...page }: ProposalFilter, actor: Actor): Promise<Page<ProposalView>> {
    const filter = {
      ...salesScope(actor, 'salespersonId'),
      $and: [this.inState(state ?? null), this.expiring(expiringWithinDays ?? null)],
    };
    return pageOf(this.database.model(proposalCollection), page, { filter, map: (row) => this.toView(row) });
  }

  /** Every priced method of an enquiry's proposals side by side, the cheapest first [4.3]. */
  async comparison(enquiryId: string, actor: Actor): Promise<OfferView[]> {
    const proposals = (await this.read({ enquiryId }, actor)).map(proposalOf);
    const names = await this.namesOf(proposals);
    return compareOffers(proposals, this.clock.today()).map((offer) => ({
      ...offer,
      productName: names.get(`${offer.productId} ${offer.productVersion}`) ?? offer.productId,
    }));
  }

  /** Names of products in the version that was proposed, by id and version. */
  async namesOf(proposals: readonly Pick<Proposal, 'productId'>[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(proposals.map(({ productId }) => productId))];
    const rows = await newestFirst(this.database.model(productCollection), { _id: { $in: ids } });
    const products = rows.map((row) => toPlain<Product>(row));
    return new Map(products.flatMap(({ id, versions }) => versions.map(({ version, name }) => [`${id} ${version}`, name] as const)));
  }

  /** The job may not have written it down yet: what can be taken today is asked by its last day. */
  private inState(state: string | null): Record<string, unknown> {
    const today = this.clock.today();
    if (state === null) return {};
    if (state === 'QUOTED' || state === 'ACCEPTED') return { state, expiresOn: { $gte: today } };
    if (state !== 'EXPIRED') return { state };
    return { $or: [{ state }, { state: { $in: ['QUOTED', 'ACCEPTED'] }, expiresOn: { $lt: today } }] };
  }

  private expiring(days: number | null): Record<string, unknown> {
    if (days === null) return {};
    const today = this.clock.today();
    return { state: { $in: ['QUOTED', 'ACCEPTED'] }, expiresOn: { $gte: today, $lte: addDays(today, days) } };
  }

  private read(filter: Record<string, unknown>, actor: Actor): Promise<Stored[]> {
    return newestFirst(this.database.model(proposalCollection), { ...filter, ...salesScope(actor, 'salespersonId') });
  }

  private toView(row: Stored): ProposalView {
    const proposal = proposalOf(row);
    const state = stateOn(proposal, this.clock.today());
    return { ...proposal, state, expiresOn: expiresOn({ ...proposal, state }) };
  }
}
