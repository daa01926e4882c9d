import { Alert, Button } from 'antd'
import { Link, useParams } from 'react-router'
import { bulletinEndpoints, type BulletinDetail } from '../../../http/contract/bulletins.ts'
import { BulletinPaper } from '../../parts/bulletin-paper.tsx'
import { download } from '../../parts/api.ts'
import { ObjectButton } from '../../parts/objection/object-button.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { BulletinState } from './bulletin-state.tsx'
import { DownloadButtons } from '../../parts/download-buttons.tsx'
import { EndNotice } from './end-notice.tsx'
import { PaperSeal } from './paper-seal.tsx'
import styles from './bulletins.module.css'

/** One bulletin as it was published, with its countdown and what may still be done. */
export function BulletinPage() {
  const text = useText(bulletinsText)
  const { bulletinId = '' } = useParams()
  const params = { bulletinId }
  const answer = useAnswer(bulletinEndpoints.readBulletin, { params })
  const shown = answer.data
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={shown === undefined ? text.title : text.kinds[shown.kind]}
          subtitle={<Link to="/bulletins">{text.back}</Link>}
          actions={
            shown !== undefined && (
              <>
                <DownloadButtons
                  onTake={(format) =>
                    download(bulletinEndpoints.downloadBulletin, shown.title, { params, query: { format } })
                  }
                />
                <Button onClick={() => window.print()}>{text.print}</Button>
                {isObjectable(shown) && (
                  <ObjectButton
                    subject={{ about: 'figure', bulletinId: shown.id }}
                    staffNumber={null}
                    about={`《${shown.title}》`}
                    size="middle"
                  />
                )}
              </>
            )
          }
        />
      </div>
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {shown === undefined && answer.error === null && <LoadingState rows={14} />}
      {shown !== undefined && answer.error === null && <Bulletin shown={shown} />}
    </>
  )
}

function Bulletin({ shown }: { readonly shown: BulletinDetail }) {
  const text = useText(bulletinsText)
  const may = useMay()
  const { withdrawn } = shown
  return (
    <>
      <div className={`${styles.band ?? ''} no-print`}>
        <span>
          {text.numberOf(shown.year, shown.number)} <BulletinState row={shown} />
          {shown.notice !== null && (
            <span className="quiet figure"> {text.noticeLine(shown.notice.from, shown.notice.to)}</span>
          )}
        </span>
        {may('bulletin.publish') && <EndNotice shown={shown} />}
      </div>
      {withdrawn !== null && (
        <Alert
          type="warning"
          showIcon
          className={styles.alert}
          title={text.withdrawnFor(momentText(withdrawn.at), withdrawn.by, withdrawn.reason)}
        />
      )}
      <BulletinPaper
        content={shown.content}
        mark={shown.state === 'final' ? null : text.states[shown.state]}
        seal={<PaperSeal shown={shown} />}
      />
    </>
  )
}

/** Its figures are somebody's: an answer and a decision have ways of their own, and what was withdrawn says nothing. */
function isObjectable({ kind, state }: BulletinDetail): boolean {
  return kind !== 'objection-answer' && kind !== 'review-decision' && state !== 'withdrawn'
}
