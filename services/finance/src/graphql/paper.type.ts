import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';

@ObjectType('PaperDownload', { description: 'A signed address to GET a PDF from, and until when it works (下载地址)' })
export class PaperDownloadType {
  @Field(() => String)
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}
