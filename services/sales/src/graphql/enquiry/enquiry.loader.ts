import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { EnquiryQueries } from '../../queries/enquiry/enquiry.queries.js';
import type { EnquiryView } from '../../queries/enquiry/enquiry.queries.js';

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
