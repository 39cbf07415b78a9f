import { theme as antd, type ThemeConfig } from 'antd';
import { dark, light } from './palette.ts';
import type { Shade } from './shade.tsx';

export const fontFamily =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", ' +
  '"Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", Helvetica, Arial, sans-serif';

/** Ant Design's tokens, drawn from the palette. */
export function antdTheme(shade: Shade): ThemeConfig {
  const palette = shade === 'dark' ? dark : light;
  return {
    algorithm: shade === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    hashed: false,
    cssVar: { key: 'siyu' },
    token: {
      colorPrimary: palette.accent,
      colorInfo: palette.info,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      colorError: palette.danger,
      colorLink: palette.accent,
      colorText: palette.ink,
      colorTextSecondary: palette.ink2,
      colorTextTertiary: palette.ink3,
      colorTextDescription: palette.ink3,
      colorTextPlaceholder: palette.ink3,
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      borderRadius: 8,
      borderRadiusLG: 12,
      borderRadiusSM: 6,
      fontFamily,
      fontSize: 14,
      controlHeight: 34,
      motionDurationMid: '0.16s',
      motionDurationSlow: '0.2s',
      wireframe: false,
    },
    components: {
      Button: {
        primaryColor: palette.onAccent,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Card: { paddingLG: 20, headerFontSize: 15, headerHeight: 52 },
      Table: {
        headerBg: palette.surface,
        headerColor: palette.ink3,
        headerSplitColor: 'transparent',
        borderColor: palette.line,
        rowHoverBg: palette.sunken,
        cellPaddingBlock: 12,
        cellPaddingInline: 16,
        cellPaddingBlockMD: 12,
        cellPaddingInlineMD: 16,
        cellPaddingInlineSM: 12,
      },
      Tabs: { horizontalItemPadding: '10px 0', titleFontSize: 14 },
      Segmented: { trackBg: palette.sunken, itemSelectedBg: palette.surface },
      Tag: { defaultBg: palette.sunken, defaultColor: palette.ink2, borderRadiusSM: 5 },
      Tooltip: { fontSize: 13 },
      Modal: { titleFontSize: 17 },
      Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 6px' },
    },
  };
}
