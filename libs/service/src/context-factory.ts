import { bearerToken } from '@weilend/auth';
import type { AccessTokens } from '@weilend/auth';
import { ContextFactory, localeOf } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { GraphQLError } from 'graphql';

type Headers = Record<string, string | string[] | undefined>;

/** Verifies the token of a request by itself: a subgraph trusts no gateway. */
export class TokenContextFactory extends ContextFactory {
  constructor(private readonly tokens: AccessTokens) {
    super();
  }

  async create(request: { headers: Headers }): Promise<GraphContext> {
    return {
      actor: await this.actor(header(request.headers, 'authorization')),
      locale: localeOf(header(request.headers, 'accept-language')),
      requestId: header(request.headers, 'x-request-id') ?? newId('req'),
    };
  }

  private async actor(authorization: string | undefined): Promise<Actor> {
    try {
      const token = bearerToken(authorization);
      return token ? await this.tokens.verify(token) : { kind: 'anonymous' };
    } catch (error) {
      throw new GraphQLError(error instanceof Error ? error.message : 'not signed in', {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    }
  }
}

function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
