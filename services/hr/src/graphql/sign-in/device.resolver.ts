import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { employeeIdOf } from '@weilend/kernel';
import { SignInQueries } from '../../queries/sign-in/sign-in.queries.js';
import { EndSignIn } from '../../use-cases/sign-in/end-sign-in.use-case.js';
import { EndSignIns } from '../../use-cases/sign-in/end-sign-ins.use-case.js';
import { EndSignInInput, EndSignInsInput } from './sign-in.input.js';
import { DeviceSignInConnection, DeviceSignInType, EndSignInPayload, EndSignInsPayload, SignInsArgs } from './sign-in.type.js';

@Resolver(() => DeviceSignInType)
export class DeviceResolver {
  constructor(
    private readonly signIns: SignInQueries,
    private readonly endOne: EndSignIn,
    private readonly endAll: EndSignIns,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => DeviceSignInConnection, { description: 'The devices at which one is or was signed in, newest first (我的登录设备)' })
  @Permit('hr.read-own-sign-in')
  mySignIns(@Args() filter: SignInsArgs, @Context() context: GraphContext) {
    return this.signIns.list({ ...filter, employeeId: employeeIdOf(context.actor) });
  }

  @Query(() => DeviceSignInConnection, { description: 'The devices of a person, for hr (员工登录设备)' })
  @Permit('hr.read-sign-in')
  signInsOf(@Args('employeeId', { type: () => ID }) employeeId: string, @Args() filter: SignInsArgs) {
    return this.signIns.list({ ...filter, employeeId });
  }

  @Mutation(() => EndSignInPayload, { description: 'Sign one device out: an own one, or for hr anybody’s (终止登录)' })
  @Permit('hr.end-sign-in')
  endSignIn(@Args('input') input: EndSignInInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const id = await this.endOne.execute(context.actor, input);
      return { signIn: (await this.signIns.byIds([id]))[0] ?? null };
    });
  }

  @Mutation(() => EndSignInsPayload, { description: 'Sign all devices of a person out: one’s own, or for hr anybody’s (终止全部登录)' })
  @Permit('hr.end-sign-in')
  endSignIns(@Args('input') input: EndSignInsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ endedSignIns: await this.endAll.execute(context.actor, input) }));
  }
}
