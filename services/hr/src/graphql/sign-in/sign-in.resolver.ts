import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RefreshSignIn } from '../../use-cases/sign-in/refresh-sign-in.use-case.js';
import { ReplacePassword } from '../../use-cases/sign-in/replace-password.use-case.js';
import { StartSignIn } from '../../use-cases/sign-in/sign-in.use-case.js';
import { SignOut } from '../../use-cases/sign-in/sign-out.use-case.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { RefreshSignInInput, ReplacePasswordInput, SignInInput, SignOutInput } from './sign-in.input.js';
import { RefreshSignInPayload, ReplacePasswordPayload, SignInPayload, SignOutPayload } from './sign-in.type.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly start: StartSignIn,
    private readonly refresh: RefreshSignIn,
    private readonly replace: ReplacePassword,
    private readonly end: SignOut,
    private readonly loader: EmployeeLoader,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => SignInPayload, { description: 'Sign in with employee number and password (登录)' })
  @Permit('hr.sign-in')
  signIn(@Args('input') input: SignInInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => this.withEmployee(context, await this.start.execute(context.actor, input)));
  }

  @Mutation(() => ReplacePasswordPayload, {
    description: 'Choose an own password in place of a first one or one that was reset, and sign in with it (首次登录改密)',
  })
  @Permit('hr.replace-password')
  replacePassword(@Args('input') input: ReplacePasswordInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => this.withEmployee(context, await this.replace.execute(context.actor, input)));
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
