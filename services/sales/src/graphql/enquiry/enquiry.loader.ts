import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Lead } from '../../domain/enquiry/lead.js';
import type { Activity, Partner } from '../../domain/enquiry/source.js';
import { EnquiryQueries } from '../../queries/enquiry/enquiry.queries.js';
import type { EnquiryView } from '../../queries/enquiry/enquiry.queries.js';

@Injectable()
export class LeadLoader extends EntityLoader<Lead> {
  readonly typeName = 'Lead';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Lead[]> {
    return this.queries.leadsByIds(ids, actor);
  }
}

@Injectable()
export class EnquiryLoader extends EntityLoader<EnquiryView> {
  readonly typeName = 'Enquiry';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly EnquiryView[]> {
    return this.queries.enquiriesByIds(ids, actor);
  }
}

/** The partner of a lead; not referred to by other departments. */
@Injectable()
export class PartnerLoader extends EntityLoader<Partner> {
  readonly typeName = 'SalesPartner';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Partner[]> {
    return this.queries.partnersByIds(ids);
  }
}

/** The activity of a lead; not referred to by other departments. */
@Injectable()
export class ActivityLoader extends EntityLoader<Activity> {
  readonly typeName = 'SalesActivity';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Activity[]> {
    return this.queries.activitiesByIds(ids);
  }
}
