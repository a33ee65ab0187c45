import type { Page } from '@weilend/mongo';

/** The same page with its nodes as the graph shows them; the count stays lazy. */
export function mapPage<T, V>(page: Page<T>, view: (node: T) => V): Page<V> {
  const edges = page.edges.map((edge) => ({ cursor: edge.cursor, node: view(edge.node) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: page.pageInfo,
    get totalCount() {
      return page.totalCount;
    },
  };
}
