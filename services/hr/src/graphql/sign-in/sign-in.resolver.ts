import { Args, Context, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RefreshSignIn } from '../../use-cases/sign-in/refresh-sign-in.use-case.js';
import { StartSignIn } from '../../use-cases/sign-in/sign-in.use-case.js';
import { SignOut } from '../../use-cases/sign-in/sign-out.use-case.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';

@InputType()
export class SignInInput {
  @Field(() => String)
  readonly employeeNo!: string;

  @Field(() => String)
  readonly password!: string;
}

@InputType()
export class RefreshSignInInput {
  @Field(() => String)
  readonly refreshToken!: string;
}

@InputType()
export class SignOutInput {
  @Field(() => String)
  readonly refreshToken!: string;
}

@ObjectType({ isAbstract: true })
abstract class TokensPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'Send it as `Authorization: Bearer <token>`' })
  readonly accessToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Good once: a refresh gives the next one' })
  readonly refreshToken?: string | null;

  @Field(() => Int, { nullable: true, description: 'Seconds that the access token lives' })
  readonly expiresIn?: number | null;

  @Field(() => EmployeeType, { nullable: true })
  readonly employee?: EmployeeType | null;
}

@ObjectType()
export class SignInPayload extends TokensPayload {}

@ObjectType()
export class RefreshSignInPayload extends TokensPayload {}

@ObjectType()
export class SignOutPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true })
  readonly signedOut?: boolean | null;
}

@Resolver()
export class SignInResolver {
  constructor(
    private readonly start: StartSignIn,
    private readonly refresh: RefreshSignIn,
    private readonly end: SignOut,
    private readonly loader: EmployeeLoader,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => SignInPayload, { description: 'Sign in with employee number and password (登录)' })
  @Permit('hr.sign-in')
  signIn(@Args('input') input: SignInInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => this.withEmployee(context, await this.start.execute(context.actor, input)));
  }

  @Mutation(() => RefreshSignInPayload)
  @Permit('hr.refresh-sign-in')
  refreshSignIn(@Args('input') input: RefreshSignInInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => this.withEmployee(context, await this.refresh.execute(context.actor, input)));
  }

  @Mutation(() => SignOutPayload)
  @Permit('hr.sign-out')
  signOut(@Args('input') input: SignOutInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ signedOut: await this.end.execute(context.actor, input) }));
  }

  private async withEmployee<T extends { employeeId: string }>(context: GraphContext, tokens: T) {
    return { ...tokens, employee: await this.loader.byId(context, tokens.employeeId) };
  }
}
