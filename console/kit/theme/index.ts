export { antdTheme, fontFamily } from './antd-theme.ts';
export type { Palette } from './palette.ts';
export { type ShadeChoice, ShadeProvider, useShade } from './shade.tsx';
