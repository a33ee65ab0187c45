// A severe violation: the manager reports it, one officer investigates, another confirms, and it stands on the sheet of its quarter [5.4, 7.11].
import { textAt } from '../lib/read.ts';
import type { YearScene } from './cast.ts';

export async function breakRules({ company, story, cast }: YearScene): Promise<void> {
  const [first, second] = [company.nth('compliance-officer', 0), company.nth('compliance-officer', 1)];
  const report = {
    kind: 'ILLEGAL_CHARGE',
    severity: 'SEVERE',
    aboutEmployeeId: cast.zheng.id,
    description: '向客户另行收取“加急费”，未入账',
  };
  const reported = await story.act(company.one('sales-manager'), { verb: 'reportViolation', input: report, select: 'violation { id }' });
  const violationId = textAt(reported, 'violation', 'id');
  await story.act(first, { verb: 'investigateViolation', input: { violationId }, select: 'violation { state }' });
  const confirm = {
    verb: 'confirmViolation',
    input: { violationId, findings: '转账记录与客户陈述一致，属违规收费' },
    select: 'violation { state }',
  };
  await story.act(second, confirm);
}
