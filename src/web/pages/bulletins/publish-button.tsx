import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { bulletinEndpoints } from '../../../http/contract/bulletins.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useGoOn } from '../../parts/use-go-on.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './bulletins.module.css'

/** Publishing asks for the title typed, once; what was looked at is what is published, or nothing. */
export function PublishButton({
  draftId,
  title,
  digest,
  isNoticed,
}: {
  readonly draftId: string
  readonly title: string
  readonly digest: string
  readonly isNoticed: boolean
}) {
  const text = useText(bulletinsText)
  const { message } = App.useApp()
  const goOn = useGoOn()
  const [isAsking, ask] = useState(false)
  const [typed, type] = useState('')
  const [idempotencyKey, renew] = useIdempotencyKey()
  const publish = useCommand(bulletinEndpoints.publishBulletin, {
    onDone: ({ id }) => {
      void message.success(text.published)
      goOn(`/bulletins/${id}`)
    },
  })
  const isRight = typed.trim() === title
  const label = isNoticed ? text.publishNotice : text.publish
  return (
    <>
      <Button type="primary" onClick={() => ask(true)}>
        {label}
      </Button>
      <Modal
        open={isAsking}
        title={label}
        okText={label}
        cancelText={text.cancel}
        okButtonProps={{ disabled: !isRight }}
        confirmLoading={publish.isPending}
        onOk={() => {
          const input = { params: { bulletinDraftId: draftId }, body: { digest, title: typed }, idempotencyKey }
          publish.mutate(input, { onError: renew })
        }}
        onCancel={() => ask(false)}
      >
        <p>{text.publishAsk}</p>
        <p className={styles.typed}>{title}</p>
        <Input
          aria-label={text.headline}
          value={typed}
          status={typed === '' || title.startsWith(typed.trim()) ? '' : 'error'}
          onChange={({ target }) => type(target.value)}
        />
        {typed !== '' && !isRight && <p className={styles.wrong}>{text.publishWrong}</p>}
      </Modal>
    </>
  )
}
