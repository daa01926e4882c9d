import { Select } from 'antd'
import { useText } from '../../text/dictionary.ts'
import { scoreSheetText } from '../../text/score-sheet.ts'
import { periodParts } from './period.ts'

/** Whole year, a quarter or a month of the year chosen in the top bar. */
export function PeriodPicker({
  year,
  part,
  onChange,
}: {
  readonly year: number
  readonly part: string
  readonly onChange: (part: string) => void
}) {
  const text = useText(scoreSheetText)
  const label = (choice: string) => {
    if (choice === '') return text.wholeYear
    return choice.startsWith('Q')
      ? (text.quarters[Number(choice.slice(1)) - 1] ?? choice)
      : text.month(Number(choice))
  }
  return (
    <Select
      aria-label={text.period}
      value={part}
      onChange={onChange}
      style={{ width: 150 }}
      options={periodParts.map((choice) => ({ value: choice, label: `${String(year)} ${label(choice)}` }))}
    />
  )
}
