import { Kind } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

type Asking = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Names of the fields that a question asks of a field below the one that is resolved. What @skip and @include leave out counts as asked. */
export function fieldsAsked({ fieldNodes, fragments }: Asking, below: string): ReadonlySet<string> {
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
