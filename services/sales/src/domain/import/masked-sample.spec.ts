import { expect, test } from '@jest/globals';
import { maskedSample } from './masked-sample.js';

test('[3.7] a row is shown in the order of the template, what is personal hidden, what is empty left out', () => {
  const values = { phone: '13800138000', contactName: '王小明', channel: 'ONLINE', note: '住在朝阳区', partner: '', activity: null };
  const masks = { name: () => 'N', phone: () => 'P', identity: () => 'I' };
  expect(maskedSample('LEADS', { line: 4, values }, masks)).toEqual({
    line: 4,
    cells: [
      { column: 'channel', value: 'ONLINE' },
      { column: 'contactName', value: 'N' },
      { column: 'phone', value: 'P' },
      { column: 'note', value: '住在***' },
    ],
  });
});
