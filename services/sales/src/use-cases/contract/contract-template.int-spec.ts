import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import { person, seedParameters } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { FIRST_TEMPLATES } from '../../domain/contract/first-templates.js';
import { ContractTemplates } from '../../persistence/contract/template.repository.js';
import { ApproveContractTemplate } from './approve-contract-template.use-case.js';
import { DraftContract } from './draft-contract.use-case.js';
import { ProposeContractTemplate } from './propose-contract-template.use-case.js';
import { RefuseContractTemplate } from './refuse-contract-template.use-case.js';

const officer = person('compliance', 'compliance-officer');
const [, { sections }] = FIRST_TEMPLATES;

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

const today = () => desk.platform.clock.today();
const propose = (edition: string, change: object = {}) =>
  desk.get(ProposeContractTemplate).execute(desk.manager, { edition, effectiveFrom: today(), sections, ...change });
const approve = (templateId: string, by = officer) => desk.get(ApproveContractTemplate).execute(by, { templateId });
const inForce = async (on = today()): Promise<string> =>
  (await desk.platform.work.run({ actor: officer, operation: 'look' }, (tx) => desk.get(ContractTemplates).inForce(on, tx))).edition;

describe('[2.12] editions of the contract text', () => {
  test('the company starts with the whole text in force; contracts keep the edition that they were drafted on', async () => {
    expect(await inForce()).toBe('2026-2');
    const { applicationId } = await story.approved();
    const first = await desk.get(DraftContract).execute(desk.seller, { applicationId, optionalClauses: ['GUARANTEE'] });
    const text = sections.map((one) => (one.key === 'FEES' ? { ...one, text: '不收取任何费用。' } : one));
    const templateId = await propose('2026-3', { sections: text });
    expect(await inForce()).toBe('2026-2');
    await approve(templateId);
    expect(await inForce()).toBe('2026-3');
    const second = await desk.get(DraftContract).execute(desk.seller, { applicationId });
    const [one, two] = [await story.contract(first), await story.contract(second)];
    expect([one.templateVersion, two.templateVersion]).toEqual(['2026-2', '2026-3']);
    expect(one.clauses.map(({ key }) => key)).toContain('GUARANTEE');
    expect(two.clauses.find(({ key }) => key === 'FEES')?.text).toBe('不收取任何费用。');
  });

  test('one that begins later is in force only from its day on', async () => {
    await approve(await propose('2099-1', { effectiveFrom: addDays(today(), 30) }));
    expect(await inForce()).not.toBe('2099-1');
    expect(await inForce(addDays(today(), 30))).toBe('2099-1');
  });

  test('a refused one frees its name, and is decided no more', async () => {
    const templateId = await propose('2026-4');
    await desk.get(RefuseContractTemplate).execute(officer, { templateId, reason: '争议解决条款须明确法院' });
    expect(await codesOf(approve(templateId))).toEqual(['ILLEGAL_TRANSITION']);
    await propose('2026-4');
  });

  test.each<[string, () => Promise<unknown>, string[]]>([
    ['a text without a mandatory section', () => propose('x-1', { sections: sections.slice(1) }), ['TEMPLATE_SECTION_MISSING']],
    [
      'a place that does not exist',
      () => propose('x-2', { sections: [...sections, { key: 'EXTRA', title: 'x', text: '{x}' }] }),
      ['TEMPLATE_PLACEHOLDER_UNKNOWN'],
    ],
    ['a name that is taken', () => propose('2026-2'), ['TEMPLATE_EDITION_TAKEN']],
    ['a day in the past', () => propose('x-3', { effectiveFrom: addDays(today(), -1) }), ['TEMPLATE_BACKDATED']],
    ['an edition that does not exist', () => approve('ctt_none'), ['NOT_FOUND']],
  ])('%s is refused, and nothing changed', async (_title, act, codes) => {
    const before = await desk.snapshot();
    expect(await codesOf(act())).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test('who proposed does not decide, whatever else he is', async () => {
    const templateId = await propose('2026-5');
    const before = await desk.snapshot();
    expect(await codesOf(approve(templateId, { ...officer, employeeId: desk.manager.employeeId }))).toEqual(['TEMPLATE_OWN_PROPOSAL']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[2.12] signing after the text was replaced', () => {
  test('within the days of grace a draft is signed as it is; without grace it is to be drafted again', async () => {
    const [kept, late] = [await story.readyContract(), await story.readyContract()];
    await approve(await propose('2026-6'));
    await story.sign(kept.contractId);
    await seedParameters(desk.platform, { 'contract.template-grace': '0' });
    const before = await desk.snapshot();
    expect(await codesOf(story.sign(late.contractId))).toEqual(['TEMPLATE_OUTDATED']);
    expect(await desk.snapshot()).toBe(before);
    const again = await desk.get(DraftContract).execute(desk.seller, { applicationId: late.applicationId });
    expect((await story.contract(again)).templateVersion).toBe('2026-6');
  });
});
