import { DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import type { MemberView, ProceedingView } from '../../../http/contract/proceedings.ts'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'

/** 会议纪要 as it is filled in; `minutesBody` makes the request of it. */
export type MinutesValues = {
  readonly title: string
  readonly meetingOn: Dayjs
  readonly present: readonly string[]
  readonly recused?: readonly string[]
}

export function minutesBody({ title, meetingOn, present, recused }: MinutesValues) {
  return { title, meetingOn: meetingOn.format('YYYY-MM-DD'), present: [...present], recused: [...(recused ?? [])] }
}

/** Title, day, who was there and who stayed out; a member whom the case keeps out cannot be chosen as present. */
export function MinutesFields({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const needed = [{ required: true, message: text.fieldNeeded }]
  const option = ({ userName, recusal }: MemberView) => ({
    value: userName,
    label: recusal === null ? userName : `${userName}（${text.recusals[recusal]}）`,
    disabled: recusal !== null,
  })
  return (
    <>
      <Form.Item name="title" label={text.minutes} rules={[{ ...needed[0], whitespace: true }]}>
        <Input maxLength={200} placeholder={text.minutesPlaceholder} />
      </Form.Item>
      <Form.Item name="meetingOn" label={text.meetingOn} rules={needed}>
        <DatePicker style={{ width: '100%' }} inputReadOnly />
      </Form.Item>
      <Form.Item
        name="present"
        label={text.presentField}
        extra={text.presentHint}
        rules={[{ required: true, message: text.presentNeeded }]}
      >
        <Select mode="tags" options={proceeding.members.map(option)} tokenSeparators={['、', '，', ',', ' ']} />
      </Form.Item>
      <Form.Item name="recused" label={text.recusedField}>
        <Select
          mode="tags"
          options={proceeding.members.map(({ userName }) => ({ value: userName, label: userName }))}
          tokenSeparators={['、', '，', ',', ' ']}
        />
      </Form.Item>
    </>
  )
}

/** Those whom a step has put on record as staying out. */
export function recusedOf({ members }: ProceedingView): readonly string[] {
  return members.filter(({ recusal }) => recusal === 'recused').map(({ userName }) => userName)
}
