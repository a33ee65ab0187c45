import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { FIRST_TEMPLATES } from './first-templates.js';
import { at } from './signed.builder.js';
import { approveTemplate, proposeTemplate, refuseTemplate, textHashOf } from './template.js';

const day = parseLocalDate;
const proposal = {
  id: 'ctt_1',
  edition: '2027-1',
  sections: FIRST_TEMPLATES[1].sections,
  effectiveFrom: day('2026-12-01'),
  note: ' 调整 ',
};
const word = { by: 'emp_1', at: at(0), today: day('2026-11-23') };
const officer = { by: 'emp_2', at: at(9), today: day('2026-11-24') };
const proposed = proposeTemplate(proposal, word);

test('[2.12] one person proposes, another puts in force from the day that was proposed, or from today when that has passed', () => {
  expect(proposed).toMatchObject({ state: 'proposed', proposedBy: 'emp_1', note: '调整', decidedBy: null });
  expect(approveTemplate(proposed, officer)).toMatchObject({
    state: 'approved',
    effectiveFrom: '2026-12-01',
    decidedBy: 'emp_2',
    decidedAt: at(9),
  });
  expect(approveTemplate(proposed, { ...officer, today: day('2026-12-09') }).effectiveFrom).toBe('2026-12-09');
  expect(refuseTemplate(proposed, ' 条款不清 ', officer)).toMatchObject({
    state: 'refused',
    refusedBecause: '条款不清',
    decidedBy: 'emp_2',
  });
});

test.each<[string, () => unknown, string]>([
  ['a day in the past', () => proposeTemplate({ ...proposal, effectiveFrom: day('2026-11-22') }, word), 'TEMPLATE_BACKDATED'],
  ['no name', () => proposeTemplate({ ...proposal, edition: '' }, word), 'INPUT_INVALID'],
  ['a name with blanks', () => proposeTemplate({ ...proposal, edition: '2027 1' }, word), 'INPUT_INVALID'],
  [
    'a text without a section',
    () => proposeTemplate({ ...proposal, sections: proposal.sections.slice(1) }, word),
    'TEMPLATE_SECTION_MISSING',
  ],
  ['the own proposal', () => approveTemplate(proposed, { ...officer, by: 'emp_1' }), 'TEMPLATE_OWN_PROPOSAL'],
  ['to refuse the own proposal', () => refuseTemplate(proposed, 'x', { ...officer, by: 'emp_1' }), 'TEMPLATE_OWN_PROPOSAL'],
  ['to refuse without a reason', () => refuseTemplate(proposed, ' ', officer), 'INPUT_INVALID'],
  ['to approve twice', () => approveTemplate(approveTemplate(proposed, officer), officer), 'ILLEGAL_TRANSITION'],
  ['to refuse what is in force', () => refuseTemplate(approveTemplate(proposed, officer), 'x', officer), 'ILLEGAL_TRANSITION'],
  ['to approve what was refused', () => approveTemplate(refuseTemplate(proposed, 'x', officer), officer), 'ILLEGAL_TRANSITION'],
])('[2.12] refused: %s', (_title, act, code) => {
  expect(act).toThrow(expect.objectContaining({ code }));
});

test('[2.12] the hash covers name and text', () => {
  const { sections } = proposal;
  const others = [textHashOf('2027-2', sections), textHashOf('2027-1', sections.slice(1)), textHashOf('2027-1', [...sections].reverse())];
  expect(new Set([proposed.textHash, ...others]).size).toBe(4);
});
