import { Skeleton } from 'antd';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useShade } from '../../kit/theme/index.ts';
import { chartTheme } from './chart-theme.ts';

export interface ChartProps {
  readonly option: EChartsCoreOption;
  /** Pixels. */
  readonly height?: number;
  /** Says in words what the picture shows, for those who cannot see it. */
  readonly label: string;
  /** A mark was clicked: its series and place in it. */
  readonly onPick?: (mark: { readonly series: number; readonly index: number }) => void;
}

/** A chart in the house's theme; ECharts itself comes only when the first one is drawn. */
export function Chart({ option, height = 280, label, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType>();
  const { palette } = useShade();

  useEffect(() => {
    let made: EChartsType | undefined;
    let watcher: ResizeObserver | undefined;
    let left = false;
    void import('./echarts.ts').then(({ init }) => {
      if (left || box.current === null) return;
      made = init(box.current, chartTheme(palette));
      watcher = new ResizeObserver(() => made?.resize());
      watcher.observe(box.current);
      setChart(made);
    });
    return () => {
      left = true;
      watcher?.disconnect();
      made?.dispose();
      setChart(undefined);
    };
  }, [palette]);

  useEffect(() => {
    chart?.setOption({ animationDuration: 300, ...option }, true);
  }, [chart, option]);

  useEffect(() => {
    if (!chart || !onPick) return;
    const pick = (event: { seriesIndex?: number; dataIndex?: number }) =>
      onPick({ series: event.seriesIndex ?? 0, index: event.dataIndex ?? 0 });
    chart.on('click', pick);
    return () => {
      chart.off('click', pick);
    };
  }, [chart, onPick]);

  return (
    <div style={{ position: 'relative', height }}>
      {!chart && <Skeleton.Node active style={{ width: '100%', height }} />}
      <div ref={box} role="img" aria-label={label} style={{ position: 'absolute', inset: 0 }} />
    </div>
  );
}
