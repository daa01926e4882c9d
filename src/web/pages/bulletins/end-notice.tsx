import { App, Button, Popconfirm } from 'antd'
import { Link } from 'react-router'
import { draftedKinds } from '../../../domain/bulletin/bulletin-titles.ts'
import { bulletinEndpoints, type BulletinDetail } from '../../../http/contract/bulletins.ts'
import { useCommand } from '../../parts/queries.ts'
import { useGoOn } from '../../parts/use-go-on.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import { AskReason } from './ask-reason.tsx'

/** What the office may do with a published bulletin: make it final, call its notice off, or correct it. */
export function EndNotice({ shown }: { readonly shown: BulletinDetail }) {
  return shown.state === 'notice' ? <InNotice shown={shown} /> : <Correct shown={shown} />
}

function InNotice({ shown }: { readonly shown: BulletinDetail }) {
  const text = useText(bulletinsText)
  const { message } = App.useApp()
  const params = { bulletinId: shown.id }
  const finalise = useCommand(bulletinEndpoints.finaliseBulletin, {
    onDone: () => void message.success(text.finalised),
  })
  const withdraw = useCommand(bulletinEndpoints.withdrawBulletin, {
    onDone: () => void message.success(text.withdrawn),
  })
  const isOver = shown.notice?.isOver === true
  const open = shown.openObjections ?? 0
  return (
    <span>
      {isOver && open === 0 && <span className="quiet">{text.canFinalise} </span>}
      {open > 0 && (
        <span className="quiet">
          {text.objections(open)} <Link to="/proceedings">{text.toObjections}</Link>{' '}
        </span>
      )}
      <AskReason
        label={text.withdraw}
        title={text.withdrawAsk}
        field={text.withdrawWhy}
        needed={text.withdrawWhyNeeded}
        onGive={(reason) => withdraw.mutateAsync({ params, body: { reason } })}
      />{' '}
      <Popconfirm
        title={shown.title}
        description={text.finaliseAsk}
        okText={text.finalise}
        cancelText={text.cancel}
        onConfirm={() => finalise.mutate({ params })}
      >
        <Button type="primary" disabled={!isOver || open > 0} loading={finalise.isPending}>
          {text.finalise}
        </Button>
      </Popconfirm>
    </span>
  )
}

/** A correction is another bulletin of the same kind and period. */
function Correct({ shown }: { readonly shown: BulletinDetail }) {
  const text = useText(bulletinsText)
  const goOn = useGoOn()
  const start = useCommand(bulletinEndpoints.startBulletinDraft, {
    onDone: ({ id }) => goOn(`/bulletins/drafts/${id}`),
  })
  const kind = draftedKinds.find((one) => one === shown.kind)
  if (kind === undefined || shown.state !== 'final' || shown.correctedBy !== null) return null
  return (
    <AskReason
      label={text.correct}
      title={text.correctAsk}
      field={text.correctWhy}
      needed={text.correctWhyNeeded}
      onGive={(reason) => start.mutateAsync({ body: { kind, period: shown.period, reason } })}
    />
  )
}
