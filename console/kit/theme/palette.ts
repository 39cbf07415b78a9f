/** The colours of the house; every other colour in the console is one of these. */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly success: string;
  readonly warning: string;
  readonly danger: string;
  readonly info: string;
  readonly shadow: string;
  /** Series of charts, in the order they are used. */
  readonly series: readonly string[];
}

export const light: Palette = {
  page: '#f6f7f5',
  surface: '#ffffff',
  sunken: '#f1f3f0',
  line: '#e7eae5',
  lineStrong: '#d3d9d1',
  ink: '#17201c',
  ink2: '#505b55',
  ink3: '#6a756f',
  accent: '#0a7b68',
  accentSoft: '#e4f2ee',
  onAccent: '#ffffff',
  success: '#1b8450',
  warning: '#a86200',
  danger: '#c5352b',
  info: '#2f6fb5',
  shadow: '0 1px 2px rgb(20 32 26 / 4%), 0 8px 24px rgb(20 32 26 / 6%)',
  series: ['#0a7b68', '#4c6fbf', '#d9982b', '#cf6347', '#8a63b5', '#3d9dc2', '#8c9a3b', '#c2577f'],
};

export const dark: Palette = {
  page: '#0e1211',
  surface: '#161b19',
  sunken: '#121614',
  line: '#262d2a',
  lineStrong: '#39423e',
  ink: '#e7ecea',
  ink2: '#acb6b1',
  ink3: '#8c9791',
  accent: '#37b89d',
  accentSoft: '#14302a',
  onAccent: '#04231c',
  success: '#46b87c',
  warning: '#d99a3d',
  danger: '#e8695f',
  info: '#6ba4e0',
  shadow: '0 1px 2px rgb(0 0 0 / 30%), 0 8px 24px rgb(0 0 0 / 30%)',
  series: ['#37b89d', '#7f9be0', '#e2b05a', '#e08a72', '#b092d6', '#6dbbdb', '#b0bd66', '#dc86a7'],
};
