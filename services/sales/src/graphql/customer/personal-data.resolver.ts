import { Args, Context, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Files } from '@weilend/files';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CustomerQueries } from '../../queries/customer/customer.queries.js';
import { FileQueries } from '../../queries/file.queries.js';
import { RevealCustomer } from '../../use-cases/customer/reveal-customer.use-case.js';
import { RequestDownload } from '../../use-cases/files/request-download.use-case.js';
import { RequestUpload } from '../../use-cases/files/request-upload.use-case.js';
import { RequestDownloadInput, RequestUploadInput } from '../application/application.input.js';
import { FileTicketType, SalesFile } from '../contract/contract.type.js';
import { RevealCustomerInput } from './customer.input.js';
import { RevealedCustomer } from './customer.type.js';

@ObjectType()
export class RevealCustomerPayload extends MutationPayload {
  @Field(() => RevealedCustomer, { nullable: true })
  readonly customer?: RevealedCustomer | null;
}

@ObjectType()
export class RequestUploadPayload extends MutationPayload {
  @Field(() => FileTicketType, { nullable: true })
  readonly upload?: FileTicketType | null;
}

@ObjectType()
export class RequestDownloadPayload extends MutationPayload {
  @Field(() => FileTicketType, { nullable: true })
  readonly download?: FileTicketType | null;
}

/** Personal data in full, each look with its reason. */
@Resolver()
export class RevealResolver {
  constructor(
    private readonly revealCustomerCase: RevealCustomer,
    private readonly queries: CustomerQueries,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RevealCustomerPayload, { description: 'Shows personal data in full; the look is kept in the access log (查看完整信息)' })
  @Permit('sales.reveal-customer')
  revealCustomer(@Args('input') input: RevealCustomerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.queries.unmasked(await this.revealCustomerCase.execute(context.actor, input), context.actor),
    }));
  }
}

/** Files: a place to upload to, an address to read from, what is known of one. */
@Resolver()
export class FileResolver {
  constructor(
    private readonly requestUploadCase: RequestUpload,
    private readonly requestDownloadCase: RequestDownload,
    private readonly files: Files,
    private readonly queries: FileQueries,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => SalesFile, { nullable: true })
  @Permit('sales.read-file')
  fileUpload(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.queries.byId(id, context.actor);
  }

  @Mutation(() => RequestUploadPayload, { description: 'A signed address to PUT the bytes to (申请上传)' })
  @Permit('sales.request-upload')
  requestUpload(@Args('input') input: RequestUploadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      upload: await this.files.uploadTicket(await this.requestUploadCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RequestDownloadPayload, { description: 'A signed address to GET the bytes from; the look is kept (申请查看文件)' })
  @Permit('sales.request-download')
  requestDownload(@Args('input') input: RequestDownloadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      download: await this.files.downloadTicket(await this.requestDownloadCase.execute(context.actor, input)),
    }));
  }
}
