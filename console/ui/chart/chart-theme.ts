import type { Palette } from '../../kit/theme/index.ts';
import { fontFamily } from '../../kit/theme/index.ts';

/** The one look of all charts, drawn from the palette. */
export function chartTheme(palette: Palette): object {
  const axis = {
    axisLine: { lineStyle: { color: palette.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: palette.ink3, fontSize: 12 },
    splitLine: { lineStyle: { color: palette.line } },
  };
  return {
    color: palette.series,
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: palette.ink2 },
    categoryAxis: { ...axis, splitLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    legend: {
      textStyle: { color: palette.ink2 },
      itemWidth: 10,
      itemHeight: 10,
      icon: 'roundRect',
    },
    tooltip: {
      backgroundColor: palette.surface,
      borderColor: palette.line,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: palette.ink, fontSize: 13 },
      axisPointer: {
        lineStyle: { color: palette.lineStrong },
        crossStyle: { color: palette.ink3 },
      },
    },
    line: { smooth: false, symbol: 'circle', symbolSize: 5, showSymbol: false },
    bar: { barMaxWidth: 36, itemStyle: { borderRadius: [4, 4, 0, 0] } },
  };
}
