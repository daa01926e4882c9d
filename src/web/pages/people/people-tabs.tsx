import { Tabs } from 'antd'
import { useNavigate } from 'react-router'
import { useText } from '../../text/dictionary.ts'
import { peopleText } from '../../text/people.ts'

/** 人员 and 机构图 are two views of one roster. */
export function PeopleTabs({ active }: { readonly active: 'people' | 'chart' }) {
  const text = useText(peopleText)
  const navigate = useNavigate()
  return (
    <Tabs
      className="no-print"
      activeKey={active}
      items={[
        { key: 'people', label: text.peopleTab },
        { key: 'chart', label: text.chartTab },
      ]}
      onChange={(key) => void navigate(key === 'chart' ? '/people/chart' : '/people')}
    />
  )
}
