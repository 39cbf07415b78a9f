export { antdTheme, fontFamily } from './antd-theme.ts';
export type { Palette } from './palette.ts';
export { type Shade, type ShadeChoice, ShadeProvider, useShade } from './shade.tsx';
