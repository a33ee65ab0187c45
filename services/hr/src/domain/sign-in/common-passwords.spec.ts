import { describe, expect, test } from '@jest/globals';
import { isCommonPassword } from './common-passwords.js';

describe('[1.3] passwords that everybody guesses', () => {
  test.each([
    'password',
    'password2026',
    'P@ssw0rd2026!',
    'PassWord-123',
    'admin12345',
    'Administrator1',
    'welcome2026!!',
    'Sunshine1234',
    'iloveyou1314',
    'qwertyuiop',
    'Qwerty12345',
    '1qaz2wsx3edc',
    'asdfghjkl;1',
    '1234567890',
    '0987654321',
    '20260131202',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '!@!@!@!@!@!@',
    'abcdefghijkl',
    'zyxwvutsrqponm',
    'hellohello',
    '@dministrator99',
    'shanghai2026',
    'woaini5201314',
    'wodemima123',
    '密码密码密码密码密',
    '密码123456789',
    '我爱你中国2026',
    'summer-2026-summer',
    'l3tm31n!2026',
  ])('%s is one', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  test.each([
    'correct horse battery',
    'a long password',
    'X7k-pQz2vLm9',
    'WvT3_kd-09Qa',
    '春眠不觉晓处处闻啼鸟',
    'loan office runs on tea',
    'mango trees in Harbin',
    'password of my third cat',
    'qwerty is not all of it',
    '3 little 8 birds',
  ])('%s is none', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});
