// The queries that README and guides show are what people copy first: each must be answered by the graph as it is.
import { describe, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError, parse, validate } from 'graphql';
import { apiSchemaOf } from './gate/compose.ts';
import { loadTree, repositoryRoot } from './workspace/tree.ts';

const tree = loadTree(repositoryRoot);
const schema = apiSchemaOf(tree.read('gateway/supergraph.graphql'));
const blocksOf = (markdown: string): string[] => [...markdown.matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, block = '']) => block);
const examples = tree.files
  .filter((path) => path === 'README.md' || /^docs\/guides\/[^/]+\.md$/.test(path))
  .flatMap((path) => blocksOf(tree.read(path)).map((block, index): [string, string] => [`${path}, example ${index + 1}`, block]));

/** What a client who copies the example would be told. */
function problemsOf(block: string, of: GraphQLSchema = schema): string[] {
  try {
    return validate(of, parse(block)).map(({ message }) => message);
  } catch (thrown) {
    if (thrown instanceof GraphQLError) return [thrown.message];
    throw thrown;
  }
}

test('the guides show examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(4);
});

test.each(examples)('%s is answered by the graph', (_where, block) => {
  expect(problemsOf(block)).toEqual([]);
});

describe('an example that is not answered is found', () => {
  test.each([
    ['a field that is gone', '{ applications(first: 5) { nodes { id requestedAmount } } }', 'requestedAmount'],
    ['a query that is gone', '{ loanApplications(first: 5) { nodes { id } } }', 'loanApplications'],
    ['an argument that is gone', '{ applications(last: 5) { nodes { id } } }', 'last'],
    ['an input without what it needs', 'mutation { signIn(input: { employeeNo: "a" }) { accessToken } }', 'password'],
    [
      'a type of input that is gone',
      'mutation ($input: HandInInput!) { submitApplication(input: $input) { application { id } } }',
      'HandIn',
    ],
    ['an object without its fields', '{ applications(first: 5) { nodes } }', 'nodes'],
    ['no GraphQL', '{ applications(first: 5) { nodes { id }', 'Syntax Error'],
  ])('%s', (_name, block, says) => {
    expect(problemsOf(blocksOf(`text\n\`\`\`graphql\n${block}\n\`\`\`\nmore\n`)[0] ?? '').join('\n')).toContain(says);
  });
});
