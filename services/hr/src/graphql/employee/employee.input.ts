import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { Department, LocalDate as LocalDateText } from '@weilend/kernel';
import { DepartmentEnum, RoleEnum } from './employee.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class HireEmployeeInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly employeeNo!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => DepartmentEnum, { nullable: true })
  readonly department?: Department | null;

  @Field(() => [RoleEnum])
  readonly roles!: string[];

  @Field(() => ID, { nullable: true })
  readonly managerId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly hiredOn?: LocalDateText | null;

  @Field(() => String, { description: 'At least 10 characters' })
  readonly password!: string;
}

@InputType()
export class ChangeEmployeeInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => DepartmentEnum, { nullable: true })
  readonly department?: Department | null;

  @Field(() => [RoleEnum])
  readonly roles!: string[];

  @Field(() => ID, { nullable: true })
  readonly managerId?: string | null;
}

@InputType()
export class DeactivateEmployeeInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly employeeId!: string;
}
