import { Form, Radio } from 'antd'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'

/** Words that say something: the reasons of an answer, why a review is asked for. */
export function useNeeded() {
  const text = useText(proceedingsText)
  return [
    { required: true, whitespace: true, message: text.fieldNeeded },
    { min: 5, message: text.tooShort },
  ]
}

export function OutcomeField() {
  const text = useText(proceedingsText)
  return (
    <Form.Item name="outcome" label={text.outcome} rules={[{ required: true, message: text.fieldNeeded }]}>
      <Radio.Group
        options={[
          { value: 'rejected', label: text.outcomes.rejected },
          { value: 'partly', label: text.outcomes.partly },
          { value: 'upheld', label: text.outcomes.upheld },
        ]}
      />
    </Form.Item>
  )
}
