// The people of the demo company. Committee members come from several departments; nobody sells, investigates, votes and pays at the same time.

export interface StaffMember {
  readonly employeeNo: string;
  readonly name: string;
  /** As in the enum `Department`; null for who belongs to the whole company. */
  readonly department: string | null;
  /** As in the enum `Role`; the first one is shown. */
  readonly roles: readonly string[];
  /** Number of the superior. */
  readonly manager?: string;
}

const sold = (no: number, name: string): StaffMember => ({
  employeeNo: `S10${no}`,
  name,
  department: 'SALES',
  roles: ['SALESPERSON'],
  manager: 'S100',
});
const investigates = (no: number, name: string): StaffMember => ({
  employeeNo: `R20${no}`,
  name,
  department: 'RISK',
  roles: ['INVESTIGATOR'],
  manager: 'R200',
});
const votes = (employeeNo: string, name: string, department: string): StaffMember => ({
  employeeNo,
  name,
  department,
  roles: ['COMMITTEE_MEMBER'],
});

/** Superiors stand before their people: that is the order in which they are hired. */
export const staff: readonly StaffMember[] = [
  { employeeNo: 'S100', name: '周海峰', department: 'SALES', roles: ['SALES_MANAGER'] },
  sold(1, '李静'),
  sold(2, '王磊'),
  sold(3, '张敏'),
  sold(4, '刘洋'),
  sold(5, '陈晨'),
  sold(6, '杨帆'),
  { employeeNo: 'R200', name: '赵国栋', department: 'RISK', roles: ['RISK_MANAGER'] },
  investigates(1, '孙丽'),
  investigates(2, '马强'),
  investigates(3, '朱琳'),
  investigates(4, '胡斌'),
  investigates(5, '郭涛'),
  investigates(6, '何雪'),
  { employeeNo: 'A300', name: '林正明', department: 'APPROVAL', roles: ['COMMITTEE_CHAIR'] },
  { employeeNo: 'A301', name: '高洁', department: 'APPROVAL', roles: ['COMMITTEE_SECRETARY'], manager: 'A300' },
  votes('A302', '罗建', 'APPROVAL'),
  votes('A303', '梁英', 'APPROVAL'),
  votes('R207', '宋杰', 'RISK'),
  votes('F407', '唐薇', 'FINANCE'),
  votes('C807', '韩雷', 'COMPLIANCE'),
  { employeeNo: 'F400', name: '冯雅琴', department: 'FINANCE', roles: ['FINANCE_MANAGER'] },
  { employeeNo: 'F401', name: '董浩', department: 'FINANCE', roles: ['FINANCE_MANAGER'] },
  { employeeNo: 'F402', name: '萧然', department: 'FINANCE', roles: ['FINANCE_OFFICER'], manager: 'F400' },
  { employeeNo: 'F403', name: '程瑶', department: 'FINANCE', roles: ['FINANCE_OFFICER'], manager: 'F400' },
  { employeeNo: 'H600', name: '曹颖', department: 'HR', roles: ['HR_MANAGER'] },
  { employeeNo: 'T500', name: '袁博', department: 'TRAINING', roles: ['TRAINER'] },
  { employeeNo: 'C800', name: '邓超', department: 'COMPLIANCE', roles: ['COMPLIANCE_OFFICER'] },
  { employeeNo: 'C801', name: '许倩', department: 'COMPLIANCE', roles: ['COMPLIANCE_OFFICER'] },
  { employeeNo: 'K700', name: '傅伟', department: 'COORDINATION', roles: ['COORDINATOR'] },
  { employeeNo: 'U900', name: '沈清', department: null, roles: ['AUDITOR'] },
];

/** Who administers the system; the password comes with the installation. */
export const ADMINISTRATOR_NO = 'admin';
