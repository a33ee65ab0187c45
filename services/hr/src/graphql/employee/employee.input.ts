import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { Department, LocalDate as LocalDateText } from '@weilend/kernel';
import type { LeavingCause } from '../../domain/employee/employee.js';
import { DepartmentEnum, LeavingCauseEnum, RoleEnum } from './employee.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };
const reason = { nullable: true, description: 'Why; stands in the history of the person (变动原因)' };
const FIRST_PASSWORD = 'A first password, to be replaced at the first sign-in: long, without number or name, not a common one';

@ArgsType()
export class EmployeePageArgs {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class EmployeesArgs extends EmployeePageArgs {
  @Field(() => DepartmentEnum, { nullable: true })
  readonly department?: Department | null;

  @Field(() => Boolean, { nullable: true })
  readonly active?: boolean | null;

  @Field(() => RoleEnum, { nullable: true })
  readonly role?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom this person leads' })
  readonly managerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Who is on leave today, or who is not' })
  readonly onLeaveToday?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whose power or new password waits to be confirmed by a second person (待确认)' })
  readonly unconfirmed?: boolean | null;
}

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

  @Field(() => String, { nullable: true, description: 'What stands on the card (职务)' })
  readonly position?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the level of the career ladder (职级)' })
  readonly level?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly hiredOn?: LocalDateText | null;

  @Field(() => String, reason)
  readonly reason?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Has the name of somebody who was dismissed and is not he; needs a reason, and hr a second person (同名他人)',
  })
  readonly anotherPerson?: boolean | null;

  @Field(() => String, { description: FIRST_PASSWORD })
  readonly password!: string;
}

@InputType({ isAbstract: true })
abstract class OnEmployee {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => String, reason)
  readonly reason?: string | null;
}

@InputType({ isAbstract: true })
abstract class PlacesEmployee extends OnEmployee {
  @Field(() => DepartmentEnum, { nullable: true })
  readonly department?: Department | null;

  @Field(() => [RoleEnum])
  readonly roles!: string[];

  @Field(() => ID, { nullable: true })
  readonly managerId?: string | null;

  @Field(() => String, { nullable: true, description: 'What stands on the card (职务); a change that leaves it out keeps it' })
  readonly position?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the level (职级); a change that leaves it out keeps it' })
  readonly level?: string | null;
}

@InputType()
export class ChangeEmployeeInput extends PlacesEmployee {}

@InputType()
export class ConfirmPowerInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly employeeId!: string;
}

@InputType()
export class DeactivateEmployeeInput extends OnEmployee {
  @Field(() => LeavingCauseEnum, { nullable: true, description: 'OTHER when left out; a dismissal needs a reason' })
  readonly cause?: LeavingCause | null;
}

@InputType()
export class RehireEmployeeInput extends PlacesEmployee {
  @Field(() => String, { description: FIRST_PASSWORD })
  readonly password!: string;
}
