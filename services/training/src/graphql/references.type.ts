import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';

/** A person of the company; hr resolves it. */
@ObjectType('Employee')
@Directive('@key(fields: "id", resolvable: false)')
export class EmployeeStub {
  @Field(() => ID)
  readonly id!: string;
}
