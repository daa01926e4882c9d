import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import {
  CalendarComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import styles from './month.module.css'

use([
  BarChart,
  HeatmapChart,
  LineChart,
  CalendarComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
])

/** One drawing; `onPick` tells which mark was chosen, by its place among the data. */
export function Chart({
  option,
  height,
  label,
  onPick,
}: {
  readonly option: EChartsCoreOption
  readonly height: number
  readonly label: string
  readonly onPick: (dataIndex: number, seriesIndex: number) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const chart = init(element, null, { renderer: 'svg' })
    chart.setOption(option)
    chart.on('click', ({ dataIndex, seriesIndex }) => pick.current(dataIndex, seriesIndex ?? 0))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={place} className={styles.drawing ?? ''} style={{ height }} role="img" aria-label={label} />
}
