import { describe, expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';
import type { FieldNode, FragmentDefinitionNode } from 'graphql';
import { fieldsAsked } from './fields-asked.js';

/** As the resolver of the first field of a question sees it. */
function asked(question: string): readonly string[] {
  const { definitions } = parse(question);
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  const [operation] = definitions;
  const fieldNodes = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.selectionSet.selections as readonly FieldNode[]) : [];
  return [...fieldsAsked({ fieldNodes, fragments: Object.fromEntries(fragments.map((one) => [one.name.value, one])) }, 'application')];
}

describe('the fields that are asked of what stands below', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing of it', '{ items { kind } }', []],
    ['plain fields', '{ items { kind application { id stage } } }', ['id', 'stage']],
    ['under another name', '{ items { it: application { what: stage } } }', ['stage']],
    ['asked twice', '{ items { application { id } application { documents { kind } } } }', ['id', 'documents']],
    ['the field itself twice', '{ items { application { id } } items { application { stage } } }', ['id', 'stage']],
    ['in an inline fragment', '{ items { ... { application { ... on LoanApplication { rounds { no } } } } } }', ['rounds']],
    [
      'in a fragment of a fragment',
      '{ items { ...a } } fragment a on D { application { ...b } } fragment b on A { care { id } }',
      ['care'],
    ],
    [
      'left out by a directive, but it may not be',
      '{ items { application { id checklist @skip(if: true) { name } } } }',
      ['id', 'checklist'],
    ],
    ['of the same name further below only', '{ items { customer { application { documents } } } }', []],
    ['in a fragment that is not there', '{ items { ...none } }', []],
  ])('%s', (_title, question, fields) => {
    expect(asked(question)).toEqual(fields);
  });
});
