import { Directive, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';
import { KeyedInput } from './keyed.input.js';

/** A person of the company; hr resolves it. */
@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType('TrainingFileTicket', { description: 'A signed address of a file and until when it works' })
export class TrainingFileTicketType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String, { description: 'Upload with PUT, or in pieces by tus (HEAD, PATCH); download with GET' })
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@InputType({ isAbstract: true })
export abstract class UploadInput extends KeyedInput {
  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly contentType!: string;

  @Field(() => Int)
  readonly sizeBytes!: number;

  @Field(() => String, { description: 'Hex SHA-256 of the bytes, checked after the upload' })
  readonly sha256!: string;
}
