import { HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode } from 'graphql';
import { say } from '../errors/messages.js';
import { currentScope } from '../http/request-scope.js';
import { measureOperation } from './measure-operation.js';
import type { Measure } from './measure-operation.js';

export interface ComplexityLimits {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
  readonly directives: number;
}

/**
 * Refuses an operation before it is planned. It is measured after validation and with its variables, because the size of a page
 * is mostly a variable; validation itself is bounded by the token limit of the parser.
 */
export function complexityPlugin(limits: ComplexityLimits): ApolloServerPlugin {
  const fragmentsOf = rememberFragments();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) throw noSuchOperation(request.operationName);
        const measure = measureOperation({ schema, operation, fragments: fragmentsOf(document), variables: request.variables ?? {} });
        refuseExceeded(measure, limits);
      },
    }),
  };
}

/** With a federated executor Apollo Server would call this an internal error. */
function noSuchOperation(name: string | undefined): GraphQLError {
  const message = name
    ? `The document has no operation named "${name}".`
    : 'The document has several operations: name one in operationName.';
  return new GraphQLError(message, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400, headers: new HeaderMap() } },
  });
}

function refuseExceeded({ depth, objects, aliases, directives }: Measure, limits: ComplexityLimits): void {
  const figures = { depth, cost: objects, aliases, directives };
  const names = ['depth', 'cost', 'aliases', 'directives'] as const;
  const exceeded = names
    .map((name) => ({ name, figure: figures[name], limit: limits[name] }))
    .filter(({ figure, limit }) => figure > limit);
  if (exceeded.length === 0) return;
  const { language } = currentScope();
  const reasons = exceeded.map(({ name, figure, limit }) => say(language, name, { figure, limit })).join(language === 'zh' ? '；' : '; ');
  throw new GraphQLError(say(language, 'tooComplex', { reasons }), {
    extensions: { code: 'QUERY_TOO_COMPLEX', limits: exceeded, http: { status: 400, headers: new HeaderMap() } },
  });
}

/** Documents are cached by Apollo Server, so their fragments are worth remembering with them. */
function rememberFragments() {
  const remembered = new WeakMap<DocumentNode, ReadonlyMap<string, FragmentDefinitionNode>>();
  return (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> => {
    const known = remembered.get(document);
    if (known) return known;
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    remembered.set(document, byName);
    return byName;
  };
}
