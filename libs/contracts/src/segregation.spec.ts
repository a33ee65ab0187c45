import { describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { PARTICIPANT_ROLES } from './fields.js';
import type { ParticipantRole } from './fields.js';
import { checkSegregation } from './segregation.js';

const one = newId('emp');
const other = newId('emp');
const MAY_BE_ONE: readonly (readonly [ParticipantRole, ParticipantRole])[] = [['SALESPERSON', 'CONTRACT_SIGNER']];
const pairs = PARTICIPANT_ROLES.flatMap((a) => PARTICIPANT_ROLES.filter((b) => b !== a).map((b) => [a, b] as const));

describe('[7.3] investigator, voter, signer, maker and checker are different people', () => {
  test.each(pairs)('%s then %s', (held, appointed) => {
    const act = (): void => checkSegregation([{ role: held, employeeId: one }], { role: appointed, employeeId: one });
    const allowed = MAY_BE_ONE.some((pair) => pair.includes(held) && pair.includes(appointed));
    if (allowed) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code: 'SEGREGATION_OF_DUTIES', data: { role: appointed, alreadyHeld: held } }));
  });

  test.each(pairs)('%s and %s may be two people', (held, appointed) => {
    expect(() => checkSegregation([{ role: held, employeeId: one }], { role: appointed, employeeId: other })).not.toThrow();
  });
});
