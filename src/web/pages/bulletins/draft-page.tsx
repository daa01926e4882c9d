import { Alert, App, Button, Popconfirm } from 'antd'
import { Link, useParams } from 'react-router'
import { bulletinEndpoints, type BulletinDraftDetail } from '../../../http/contract/bulletins.ts'
import { download } from '../../parts/api.ts'
import { BulletinPaper } from '../../parts/bulletin-paper.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer, useCommand, useIsUnderWay } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useGoOn } from '../../parts/use-go-on.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import { periodText } from '../../text/figure.ts'
import { DownloadButtons } from '../../parts/download-buttons.tsx'
import { PublishButton } from './publish-button.tsx'
import { TermsForm } from './terms-form.tsx'
import styles from './bulletins.module.css'

/** A bulletin in the making: what the office may choose, and all that would be published. */
export function DraftPage() {
  const text = useText(bulletinsText)
  const { draftId = '' } = useParams()
  const params = { bulletinDraftId: draftId }
  // While it is being published or discarded it is not asked for again: by then there is no draft any more.
  const isPublishing = useIsUnderWay(bulletinEndpoints.publishBulletin)
  const isDiscarding = useIsUnderWay(bulletinEndpoints.discardBulletinDraft)
  const answer = useAnswer(
    bulletinEndpoints.readBulletinDraft,
    { params },
    { enabled: !isPublishing && !isDiscarding },
  )
  const shown = answer.data
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={
            shown === undefined ? text.title : text.draftTitle(text.kinds[shown.kind], periodText(shown.period))
          }
          subtitle={
            <>
              <Link to="/bulletins">{text.back}</Link> · {text.draftSubtitle}
            </>
          }
          actions={shown !== undefined && <DraftActions shown={shown} />}
        />
      </div>
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {shown === undefined && answer.error === null && <LoadingState rows={14} />}
      {shown !== undefined && answer.error === null && <Draft shown={shown} />}
    </>
  )
}

function DraftActions({ shown }: { readonly shown: BulletinDraftDetail }) {
  const text = useText(bulletinsText)
  const { message } = App.useApp()
  const goOn = useGoOn()
  const params = { bulletinDraftId: shown.id }
  const discard = useCommand(bulletinEndpoints.discardBulletinDraft, {
    onDone: () => {
      void message.success(text.discarded)
      goOn('/bulletins')
    },
  })
  return (
    <>
      <Popconfirm
        title={text.discardAsk}
        okText={text.discard}
        cancelText={text.cancel}
        onConfirm={() => discard.mutate({ params, query: { seen: shown.at } })}
      >
        <Button>{text.discard}</Button>
      </Popconfirm>
      {shown.preview.ready && (
        <>
          <DownloadButtons
            onTake={(format) =>
              download(bulletinEndpoints.downloadBulletinDraft, shown.title, { params, query: { format } })
            }
          />
          <PublishButton
            draftId={shown.id}
            title={shown.title}
            digest={shown.preview.digest}
            isNoticed={shown.terms.notice !== null}
          />
        </>
      )}
    </>
  )
}

function Draft({ shown }: { readonly shown: BulletinDraftDetail }) {
  const text = useText(bulletinsText)
  const { preview } = shown
  return (
    <>
      <div className="no-print">
        {/* Another state of the draft is another form. */}
        <TermsForm key={shown.at} draft={shown} />
        {preview.ready ? (
          <Warnings preview={preview} />
        ) : (
          <Alert
            type="warning"
            showIcon
            className={styles.alert}
            title={text.notReady}
            description={preview.message}
          />
        )}
      </div>
      {preview.ready && <BulletinPaper content={preview.content} mark={text.draftMark} />}
    </>
  )
}

function Warnings({ preview }: { readonly preview: Extract<BulletinDraftDetail['preview'], { ready: true }> }) {
  const text = useText(bulletinsText)
  const { corrects, warnings } = preview
  const words = warnings.map(({ code, count, months }) =>
    code === 'months-open' ? text.warnings.monthsOpen(months.join('、')) : text.warnings[code](count),
  )
  return (
    <>
      {corrects !== null && (
        <Alert
          type="info"
          showIcon
          className={styles.alert}
          title={text.correctionOf(corrects.number, corrects.title)}
        />
      )}
      {words.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className={styles.alert}
          title={text.warningsTitle}
          description={
            <ul className={styles.warnings}>
              {words.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  )
}
