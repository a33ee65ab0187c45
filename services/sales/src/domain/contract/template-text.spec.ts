import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { FIRST_TEMPLATES } from './first-templates.js';
import { clauseFacts } from './signed.builder.js';
import { checkSections, MANDATORY_SECTIONS, mandatoryKeys, PLACEHOLDERS, writeClauses } from './template-text.js';
import type { TemplateSection } from './template-text.js';

const [, { sections }] = FIRST_TEMPLATES;
const change = (key: string, by: Partial<TemplateSection>) => sections.map((one) => (one.key === key ? { ...one, ...by } : one));

function refusals(text: readonly TemplateSection[]): string[] {
  try {
    checkSections(text);
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainError]).map(({ code, data }) =>
      `${code} ${data['section'] ?? ''} ${data['placeholder'] ?? ''}`.trim(),
    );
  }
}

test('[2.12] a whole text is accepted', () => {
  expect(refusals(sections)).toEqual([]);
  expect(mandatoryKeys(sections)).not.toContain('GUARANTEE');
});

describe('[2.12] a proposed text is refused by name', () => {
  test.each(MANDATORY_SECTIONS.map((key) => [key]))('without %s', (key) => {
    expect(refusals(sections.filter((one) => one.key !== key))).toEqual([`TEMPLATE_SECTION_MISSING ${key}`]);
  });

  test.each<[string, readonly TemplateSection[], string[]]>([
    ['nothing at all', [], MANDATORY_SECTIONS.map((key) => `TEMPLATE_SECTION_MISSING ${key}`)],
    ['a mandatory section made optional', change('FEES', { isOptional: true }), ['TEMPLATE_SECTION_MISSING FEES']],
    ['a mandatory section of blanks', change('DISPUTE', { text: '  ' }), ['TEMPLATE_SECTION_MISSING DISPUTE', 'INPUT_INVALID']],
    ['a place that does not exist', change('FEES', { text: '收取{fee}元' }), ['TEMPLATE_PLACEHOLDER_UNKNOWN FEES fee']],
    [
      'a place with the name of something else',
      change('FEES', { text: '{constructor}' }),
      ['TEMPLATE_PLACEHOLDER_UNKNOWN FEES constructor'],
    ],
    [
      'a place in another case',
      change('TERM', { text: '期限{Term}' }),
      ['TEMPLATE_PLACEHOLDER_UNKNOWN TERM Term', 'TEMPLATE_PLACEHOLDER_MISSING TERM term'],
    ],
    [
      'an amount without its capitals',
      change('AMOUNT', { text: '人民币{amount}元' }),
      ['TEMPLATE_PLACEHOLDER_MISSING AMOUNT amountCapitals'],
    ],
    ['a rate written by hand', change('RATE', { text: '年利率12%' }), ['TEMPLATE_PLACEHOLDER_MISSING RATE rate']],
    ['parties without the borrower', change('PARTIES', { text: '贷款人：{lender}' }), ['TEMPLATE_PLACEHOLDER_MISSING PARTIES borrower']],
    ['a brace that is not closed', change('FEES', { text: '费用{amount' }), ['INPUT_INVALID']],
    ['a section twice', [...sections, { ...sections[0], key: 'FEES', title: 'x', text: 'x', isOptional: true }], ['INPUT_INVALID']],
    ['a key in small letters', [...sections, { key: 'extra', title: 'x', text: 'x', isOptional: true }], ['INPUT_INVALID']],
    [
      'a key with the name of something else',
      [...sections, { key: 'constructor', title: 'x', text: 'x', isOptional: true }],
      ['INPUT_INVALID'],
    ],
    ['a section without a title', [...sections, { key: 'EXTRA', title: ' ', text: 'x', isOptional: true }], ['INPUT_INVALID']],
    ['a section without end', [...sections, { key: 'EXTRA', title: 'x', text: 'x'.repeat(4_001), isOptional: true }], ['INPUT_INVALID']],
  ])('%s', (_title, text, expected) => {
    expect(refusals(text)).toEqual(expected);
  });
});

describe('[2.12] clauses of one contract', () => {
  test('hold no place any more, whatever the borrower is called', () => {
    const all = writeClauses([{ key: 'X', title: 'x', text: PLACEHOLDERS.map((name) => `{${name}}`).join(''), isOptional: false }], {
      ...clauseFacts,
      borrower: '{lender}$&',
    });
    expect(all[0]?.text).toContain('{lender}$&10000.00');
  });

  test('hold the optional sections that were asked for, in the order of the template', () => {
    const keys = (wanted: readonly string[]) => writeClauses(sections, clauseFacts, wanted).map(({ key }) => key);
    expect(keys([])).not.toContain('GUARANTEE');
    expect(keys(['JOINT_BORROWER', 'GUARANTEE']).slice(-2)).toEqual(['GUARANTEE', 'JOINT_BORROWER']);
    expect(() => keys(['NOTHING'])).toThrow(expect.objectContaining({ code: 'CLAUSE_UNKNOWN', data: { clause: 'NOTHING' } }));
    expect(() => keys(['FEES'])).toThrow(expect.objectContaining({ code: 'CLAUSE_UNKNOWN' }));
  });
});
