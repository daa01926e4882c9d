import { Tabs } from 'antd'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useMay } from '../../parts/session.tsx'
import { oneOf, useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { finalResultText } from '../../text/final-result.ts'
import { PayTab } from './pay-tab.tsx'
import { ResultTab } from './result-tab.tsx'

const defaults = { show: 'result' }

/** 定稿: the annual result, and the pay list made from it; each proposed by one and approved by another. */
export function FinalResultPage() {
  const words = useText(finalResultText)
  const may = useMay()
  const [year] = useAssessmentYear()
  const [state, change] = useUrlState<{ readonly show: string }>(defaults)
  const show = oneOf(state.show, ['result', 'pay'] as const, 'result')
  // Finance has nothing but the list.
  if (!may('result.read'))
    return (
      <>
        <PageHeader title={words.payListTitle} subtitle={words.payListSubtitle(year)} />
        <PayTab year={year} />
      </>
    )
  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle(year)} />
      <div className="no-print">
        <Tabs
          activeKey={show}
          items={[
            { key: 'result', label: words.tabs.result },
            { key: 'pay', label: words.tabs.pay },
          ]}
          onChange={(key) => change({ show: key })}
        />
      </div>
      {show === 'result' ? <ResultTab year={year} /> : <PayTab year={year} />}
    </>
  )
}
