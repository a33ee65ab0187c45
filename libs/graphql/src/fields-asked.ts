import { Kind } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

type Asking = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** The nodes of a field are one object however often it is resolved, so what was found for them is found again. */
const known = new WeakMap<readonly FieldNode[], Map<string, ReadonlySet<string>>>();

/** Names of the fields that a question asks of a field below the one that is resolved. What @skip and @include leave out counts as asked. */
export function fieldsAsked({ fieldNodes, fragments }: Asking, below: string): ReadonlySet<string> {
  const ofNodes = known.get(fieldNodes) ?? new Map<string, ReadonlySet<string>>();
  known.set(fieldNodes, ofNodes);
  const names = ofNodes.get(below) ?? namesBelow({ fieldNodes, fragments }, below);
  ofNodes.set(below, names);
  return names;
}

function namesBelow({ fieldNodes, fragments }: Asking, below: string): ReadonlySet<string> {
  const fieldsOf = (sets: readonly (SelectionSetNode | undefined)[]) => sets.flatMap((set) => [...fieldsIn(set, fragments)]);
  const children = fieldsOf(fieldNodes.map(({ selectionSet }) => selectionSet)).filter(({ name }) => name.value === below);
  return new Set(fieldsOf(children.map(({ selectionSet }) => selectionSet)).map(({ name }) => name.value));
}

function* fieldsIn(set: SelectionSetNode | undefined, fragments: Asking['fragments']): Generator<FieldNode> {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsIn(selection.selectionSet, fragments);
    else yield* fieldsIn(fragments[selection.name.value]?.selectionSet, fragments);
  }
}
