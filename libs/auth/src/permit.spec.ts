import { describe, expect, test } from '@jest/globals';
import type { Actor } from '@weilend/kernel';
import { bearerToken } from './access-token.js';
import { maskAccount, maskAddress, maskIdentity, maskName, maskPhone } from './masking.js';
import { PermissionDenied, requirePermission, rowScope, scopeFilter, Unauthenticated } from './permit.js';

const employee = (...roles: string[]): Actor => ({ kind: 'employee', employeeId: 'emp_1', department: 'sales', roles });

describe('[2.2] permissions', () => {
  test.each<[string, Actor, 'hr.sign-in' | 'hr.hire-employee', unknown]>([
    ['nobody may sign in', { kind: 'anonymous' }, 'hr.sign-in', null],
    ['an administrator hires', employee('administrator'), 'hr.hire-employee', null],
    ['nobody hires', { kind: 'anonymous' }, 'hr.hire-employee', Unauthenticated],
    ['a salesperson hires', employee('salesperson'), 'hr.hire-employee', PermissionDenied],
    ['no role hires', employee(), 'hr.hire-employee', PermissionDenied],
    ['a service through the graph', { kind: 'service', service: 'hr' }, 'hr.hire-employee', PermissionDenied],
  ])('%s', (_name, actor, permission, error) => {
    const act = (): void => requirePermission(actor, permission);
    if (error) expect(act).toThrow(error as typeof Unauthenticated);
    else expect(act).not.toThrow();
  });
});

describe('row scope', () => {
  test.each<[string, Actor, object]>([
    ['own rows', employee('salesperson'), { ownerId: 'emp_1' }],
    ['all rows for a wide role', employee('salesperson', 'sales-manager'), {}],
    ['all rows for a service', { kind: 'service', service: 'hr' }, {}],
  ])('%s', (_name, actor, filter) => {
    expect(scopeFilter(rowScope(actor, ['sales-manager']), 'ownerId')).toEqual(filter);
  });

  test('nobody sees nothing', () => {
    expect(() => rowScope({ kind: 'anonymous' }, [])).toThrow(Unauthenticated);
  });
});

test.each(['Basic abc', 'Bearer', 'Bearer  x', 'bearer x', 'x', 'Bearer a b'])('the header "%s" is refused', (header) => {
  expect(() => bearerToken(header)).toThrow(Unauthenticated);
});

test('no header is nobody', () => {
  expect(bearerToken(undefined)).toBeNull();
  expect(bearerToken('Bearer a.b-c_d')).toBe('a.b-c_d');
});

test.each([
  [maskPhone('13800138000'), '138****8000'],
  [maskIdentity('11010519491231002X'), '110105********002X'],
  [maskAccount('6222020200112233'), '************2233'],
  [maskName('张三丰'), '张**'],
  [maskName('张'), '*'],
  [maskName('𬱖雨'), '𬱖*'],
  [maskAddress('北京市海淀区中关村'), '北京市海淀区***'],
  [maskPhone('123'), '***'],
])('[3.7] %s', (masked, expected) => {
  expect(masked).toBe(expected);
});
