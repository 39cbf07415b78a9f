import type { Role } from '@siyu/contract/org';

/** Who works in the demo's brand besides the administrator. All have the demo's password. */
export const demoUsers: readonly {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly org: string;
}[] = [
  { login: 'operator', name: '周敏（会员运营）', role: 'operator', org: 'root' },
  { login: 'analyst', name: '陈思远（数据分析）', role: 'analyst', org: 'root' },
  { login: 'living', name: '林悦（栖木生活运营）', role: 'operator', org: 'living' },
  { login: 'guide', name: '吴倩（上海徐汇旗舰店导购）', role: 'guide', org: 'S101' },
  { login: 'auditor', name: '何建国（合规审计）', role: 'auditor', org: 'root' },
];
