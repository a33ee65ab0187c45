import { Kind, parse } from 'graphql';
import type { DirectiveNode } from 'graphql';

/** A department as the supergraph knows it. */
export interface Subgraph {
  readonly name: string;
  /** Address of its GraphQL endpoint. */
  readonly url: string;
}

/**
 * The subgraphs of a composed supergraph, in its order, with `overrides` (name -> url) in place of the written addresses.
 * @throws Error with a sentence when the text is no supergraph or an address is missing or malformed.
 */
export function readSubgraphs(supergraphSdl: string, overrides: Readonly<Record<string, string>> = {}): Subgraph[] {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error('this is not a supergraph: it has no enum join__Graph');
  return (graphs.values ?? []).flatMap((value) => {
    const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
    const name = graph && textArgument(graph, 'name');
    if (!graph || !name) return [];
    const url = overrides[name] ?? textArgument(graph, 'url') ?? '';
    if (!URL.canParse(url))
      throw new Error(
        `the subgraph ${name} has no usable address ("${url}"): compose it with one, or set SUBGRAPH_URLS=${name}=http://...`,
      );
    return [{ name, url }];
  });
}

/** Where a department serves what is not GraphQL: its address without the last part of the path, without a slash at the end. */
export function serviceBase(subgraph: Subgraph): string {
  return new URL('.', subgraph.url).href.replace(/\/$/, '');
}

function textArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
